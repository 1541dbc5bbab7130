update operators.operators
set password_hash = :new_hash
where id = :operator_id and password_hash = :old_hash
returning id
