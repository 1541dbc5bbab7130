-- scans: the queue spans tenants
update cmdb.import_queue
set due_at = :at
where import_id = :id
