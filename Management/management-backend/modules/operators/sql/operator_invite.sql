insert into operators.operators (id, email, display_name, role, setup_token_hash, setup_expires_at, created_at)
values (:id, :email, :display_name, :role, :hash, :expires_at, :now)
