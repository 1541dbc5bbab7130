update devices.devices
set revoked_at = :at, version = version + 1
where tenant_id = :tenant_id and id = :id and revoked_at is null
returning id
