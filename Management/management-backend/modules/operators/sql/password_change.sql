update operators.operators
set password_hash = :new_hash, version = version + 1
where id = :actor_id and password_hash = :old_hash
returning id
