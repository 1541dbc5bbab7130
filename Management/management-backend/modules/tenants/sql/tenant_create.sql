insert into tenants.tenants (id, name, owner_email, status, revision, setup_token_hash, setup_expires_at, created_at)
values (:id, :name, :owner_email, 'pending', 1, :setup_token_hash, :setup_expires_at, :now)
