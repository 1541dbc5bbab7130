select tenant_id, device_id, revoked, tenant_active
from devices.device_by_key_hash(:key_hash)
