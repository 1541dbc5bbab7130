delete from operators.totp
where operator_id = :actor_id
returning operator_id
