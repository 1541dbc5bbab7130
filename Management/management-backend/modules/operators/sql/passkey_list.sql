select id, name, algorithm, backed_up, created_at, last_used_at, suspected_at, credential_id
from operators.passkeys
where operator_id = :actor_id
order by created_at, id
