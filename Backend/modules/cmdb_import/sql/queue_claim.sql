-- scans: the queue spans tenants
update cmdb.import_queue
set due_at = :leased_until
where import_id = (
    select import_id
    from cmdb.import_queue
    where due_at <= :now
    order by due_at
    limit 1
    for update skip locked
)
returning import_id as id, tenant_id
