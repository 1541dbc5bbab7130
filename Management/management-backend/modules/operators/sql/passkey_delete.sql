delete from operators.passkeys
where operator_id = :actor_id and id = :id
returning id
