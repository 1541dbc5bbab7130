-- scans: the queue spans tenants
update mail.queue
set due_at = :leased_until
where id = (
    select id
    from mail.queue
    where due_at <= :now
    order by due_at
    limit 1
    for update skip locked
)
returning id, tenant_id
