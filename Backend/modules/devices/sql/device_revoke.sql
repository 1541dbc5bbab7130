-- Revoking twice is no mistake, and keeps the first time.
update devices.devices
set revoked_at = coalesce(revoked_at, :at), version = version + 1
where tenant_id = :tenant_id and id = :id
returning id
