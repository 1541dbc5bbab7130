-- entity: provisioning key
select k.id, k.name, k.prefix, k.max_uses, k.uses, k.expires_at, k.revoked_at, k.last_used_at, k.last_used_address,
       k.last_device_id, d.name as last_device_name, k.replaced_by, k.created_at
from devices.provisioning_keys k
left join devices.devices d on d.tenant_id = :tenant_id and d.id = k.last_device_id
where k.tenant_id = :tenant_id and k.id = :id
