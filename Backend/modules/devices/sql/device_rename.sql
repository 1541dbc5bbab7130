-- entity: device
update devices.devices
set name = :name, version = version + 1
where tenant_id = :tenant_id and id = :id
