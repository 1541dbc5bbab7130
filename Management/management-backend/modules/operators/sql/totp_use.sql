-- No row where a code of this step or a later one was taken before.
update operators.totp
set last_step = :step, last_used_at = :now
where operator_id = :actor_id and last_step < :step
returning operator_id
