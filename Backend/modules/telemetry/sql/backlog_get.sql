-- scans: the backlog spans tenants
select count(*) as batches,
       count(*) filter (where attempts >= :attempts_most) as set_aside,
       coalesce(extract(epoch from now() - min(received_at) filter (where attempts < :attempts_most)), 0)::double precision as oldest_seconds
from ingest.ingest_batches
