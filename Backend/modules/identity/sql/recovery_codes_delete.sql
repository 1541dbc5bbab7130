delete from identity.recovery_codes
where person_id = :actor_id
