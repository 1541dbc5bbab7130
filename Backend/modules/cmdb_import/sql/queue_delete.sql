-- scans: the queue spans tenants
delete from cmdb.import_queue
where import_id = :id
