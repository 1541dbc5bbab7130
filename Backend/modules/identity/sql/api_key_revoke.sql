-- entity: API key
update identity.api_keys
set revoked_at = coalesce(revoked_at, :now)
where tenant_id = :tenant_id and id = :id
returning id
