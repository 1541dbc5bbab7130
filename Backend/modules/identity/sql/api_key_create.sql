insert into identity.api_keys (tenant_id, id, service_account_id, name, hint, key_hash, scopes, created_by, created_at, expires_at)
values (:tenant_id, :id, :service_account_id, :name, :hint, :key_hash, :scopes, :actor_id, :now, :expires_at)
