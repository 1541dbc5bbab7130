update operators.recovery_codes
set used_at = :now
where operator_id = :actor_id and hash = :hash and used_at is null
returning operator_id
