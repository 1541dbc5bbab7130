select revoked_at is not null as revoked
from devices.devices
where tenant_id = :tenant_id and id = :id
