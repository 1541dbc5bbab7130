select version
from devices.devices
where tenant_id = :tenant_id and id = :id
for update
