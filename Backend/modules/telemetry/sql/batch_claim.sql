-- scans: the backlog spans tenants
-- The oldest one that nobody else holds. `resting` are those that failed here a moment ago.
select id, tenant_id, device_id, event_count, received_at
from ingest.ingest_batches
where attempts < :attempts_most and id <> all (:resting::uuid[])
order by id
limit 1
for update skip locked
