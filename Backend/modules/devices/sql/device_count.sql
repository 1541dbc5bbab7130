select count(*) as count
from devices.devices
where tenant_id = :tenant_id and revoked_at is null
