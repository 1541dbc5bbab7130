insert into cmdb.inventories (tenant_id, device_id, created_at)
values (:tenant_id, :device_id, :at)
on conflict (tenant_id, device_id) do nothing
