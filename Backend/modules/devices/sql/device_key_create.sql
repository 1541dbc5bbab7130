insert into devices.device_keys (tenant_id, id, device_id, provisioning_key_id, key_hash, created_at)
values (:tenant_id, :id, :device_id, :provisioning_key_id, :key_hash, :at)
