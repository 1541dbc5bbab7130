update cmdb.inventories
set asked_at = :at
where tenant_id = :tenant_id and device_id = :device_id
