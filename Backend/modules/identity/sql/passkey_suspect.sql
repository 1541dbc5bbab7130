update identity.passkeys
set suspected_at = :now
where person_id = :actor_id and id = :id
returning id
