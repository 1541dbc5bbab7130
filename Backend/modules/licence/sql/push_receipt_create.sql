with forgotten as (
    delete from licence.push_receipts
    where tenant_id = :tenant_id and received_at < :forget_before
)
insert into licence.push_receipts (tenant_id, webhook_id, received_at)
values (:tenant_id, :webhook_id, :now)
on conflict (tenant_id, webhook_id) do nothing
returning webhook_id
