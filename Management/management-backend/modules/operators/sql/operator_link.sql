update operators.operators
set setup_token_hash = :hash, setup_expires_at = :expires_at, version = version + 1
where id = :id and active and subject is null
returning id
