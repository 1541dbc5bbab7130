-- Only what is still as it was read: words without a time of their own were seen at seen_at.
update cmdb.records
set seen_at = r.seen_at, class_seen_at = r.class_seen_at, complete_at = r.complete_at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, seen_before timestamptz, seen_at timestamptz, class_seen_at timestamptz,
                                            complete_at timestamptz)
where records.tenant_id = :tenant_id and records.id = r.id and records.seen_at = r.seen_before and not records.stale
returning records.id
