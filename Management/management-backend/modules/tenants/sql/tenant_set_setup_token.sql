update tenants.tenants
set setup_token_hash = :setup_token_hash, setup_expires_at = :setup_expires_at, revision = revision + 1, version = version + 1
where id = :id
