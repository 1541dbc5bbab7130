update operators.passkeys
set suspected_at = :now
where operator_id = :actor_id and id = :id
returning id
