select secret, created_at, last_used_at
from operators.totp
where operator_id = :actor_id
