select tenant_id, device_id, key_id, revoked, tenant_active, addresses
from devices.device_by_key(:key_hash)
