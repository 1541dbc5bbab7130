-- scans: the backlog spans tenants
delete from ingest.ingest_batches
where id = :id
