update identity.recovery_codes
set used_at = :now
where person_id = :actor_id and hash = :hash and used_at is null
returning person_id
