delete from operators.recovery_codes
where operator_id = :actor_id
