-- scans: the backlog spans tenants
-- One more attempt for what was set aside: a newer program may know better.
update ingest.ingest_batches
set attempts = :attempts_most - 1
where attempts >= :attempts_most
