-- entity: provisioning key
select tenant_id, id, tenant_active
from devices.provisioning_key_by_hash(:key_hash)
