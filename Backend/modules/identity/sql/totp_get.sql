select secret, created_at, last_used_at
from identity.totp
where person_id = :actor_id
