-- scans: the backlog spans tenants
update ingest.ingest_batches
set attempts = attempts + 1
where id = :id
returning attempts
