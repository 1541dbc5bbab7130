insert into devices.provisioning_keys (tenant_id, id, name, prefix, key_hash, max_uses, expires_at, created_by, created_at)
values (:tenant_id, :id, :name, :prefix, :key_hash, :max_uses, :expires_at, :actor_id, :at)
