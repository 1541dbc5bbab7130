update devices.device_keys
set revoked_at = :at
where tenant_id = :tenant_id and device_id = :device_id and revoked_at is null
