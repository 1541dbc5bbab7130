delete from identity.passkeys
where person_id = :actor_id and id = :id
returning id
