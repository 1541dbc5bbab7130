update devices.provisioning_keys
set revoked_at = coalesce(revoked_at, :at)
where tenant_id = :tenant_id and id = :id
returning id, name, prefix, max_uses, uses, expires_at, revoked_at, created_at
