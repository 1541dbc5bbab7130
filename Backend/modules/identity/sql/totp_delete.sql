delete from identity.totp
where person_id = :actor_id
returning person_id
