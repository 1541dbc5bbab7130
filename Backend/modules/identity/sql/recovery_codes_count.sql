select count(*) as unused
from identity.recovery_codes
where person_id = :actor_id and used_at is null
