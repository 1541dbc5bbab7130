update devices.provisioning_keys
set last_used_at = :at, last_used_address = :address, last_device_id = :device_id
where tenant_id = :tenant_id and id = :id
