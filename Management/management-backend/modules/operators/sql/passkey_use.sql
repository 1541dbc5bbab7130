-- No row where the counter has not grown meanwhile; an authenticator that does not count says zero each time.
update operators.passkeys
set sign_count = :sign_count, last_used_at = :now
where operator_id = :actor_id and id = :id and (sign_count < :sign_count or (sign_count = 0 and :sign_count = 0))
returning id
