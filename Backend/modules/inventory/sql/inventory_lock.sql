select i.asked_at, d.name as device_name
from cmdb.inventories i
join devices.devices d on d.tenant_id = :tenant_id and d.id = i.device_id
where i.tenant_id = :tenant_id and i.device_id = :device_id
for update of i
