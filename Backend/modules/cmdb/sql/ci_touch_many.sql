-- When a CI was last seen is shown by the hour: its index would be written at each observation otherwise.
update cmdb.cis
set seen_at = r.seen_at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, seen_at timestamptz)
where cis.tenant_id = :tenant_id and cis.id = r.id and cis.seen_at < r.seen_at - interval '1 hour'
