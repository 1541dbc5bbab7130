update identity.passkeys
set name = :name
where person_id = :actor_id and id = :id
returning id
