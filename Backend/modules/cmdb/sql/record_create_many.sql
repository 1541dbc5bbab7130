insert into cmdb.records (tenant_id, id, source_id, key, ci_id, class_key, class_seen_at, attributes, first_seen_at, seen_at, complete_at, deleted_at)
select :tenant_id, r.id, r.source_id, r.key, r.ci_id, r.class_key, r.class_seen_at, r.attributes, r.seen_at, r.seen_at, r.complete_at, r.deleted_at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, source_id uuid, key text, ci_id uuid, class_key text, class_seen_at timestamptz,
                                            attributes jsonb, seen_at timestamptz, complete_at timestamptz, deleted_at timestamptz)
