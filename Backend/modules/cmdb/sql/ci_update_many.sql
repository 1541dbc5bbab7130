update cmdb.cis
set class_key = r.class_key, name = r.name, status = r.status, attributes = r.attributes, live = r.live, merged_into = r.merged_into,
    deleted_at = r.deleted_at, stale = r.stale, seen_at = r.seen_at, updated_at = r.updated_at, version = r.version
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, class_key text, name text, status text, attributes jsonb, live boolean, merged_into uuid,
                                            deleted_at timestamptz, stale boolean, seen_at timestamptz, updated_at timestamptz,
                                            version bigint)
where cis.tenant_id = :tenant_id and cis.id = r.id
