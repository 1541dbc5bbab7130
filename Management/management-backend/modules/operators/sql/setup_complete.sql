update operators.operators
set password_hash = :password_hash, setup_token_hash = null, setup_expires_at = null, version = version + 1
where setup_token_hash = :hash and setup_expires_at > :now and active
returning id
