update cmdb.records
set class_key = r.class_key, class_seen_at = r.class_seen_at, attributes = r.attributes, seen_at = r.seen_at, complete_at = r.complete_at,
    deleted_at = r.deleted_at, stale = r.stale
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, class_key text, class_seen_at timestamptz, attributes jsonb, seen_at timestamptz,
                                            complete_at timestamptz, deleted_at timestamptz, stale boolean)
where records.tenant_id = :tenant_id and records.id = r.id
