insert into cmdb.cis (tenant_id, id, class_key, name, status, attributes, live, deleted_at, stale, seen_at, created_at, updated_at)
select :tenant_id, r.id, r.class_key, r.name, r.status, r.attributes, r.live, r.deleted_at, r.stale, r.seen_at, r.created_at, r.updated_at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, class_key text, name text, status text, attributes jsonb, live boolean,
                                            deleted_at timestamptz, stale boolean, seen_at timestamptz, created_at timestamptz,
                                            updated_at timestamptz)
