update operators.passkeys
set name = :name
where operator_id = :actor_id and id = :id
returning id
