-- Its keys stay revoked: the appliance registers again and gets another.
update devices.devices
set revoked_at = null, version = version + 1
where tenant_id = :tenant_id and id = :id
returning id
