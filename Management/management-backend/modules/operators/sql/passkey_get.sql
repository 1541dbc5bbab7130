select id, public_key, algorithm, sign_count
from operators.passkeys
where operator_id = :actor_id and credential_id = :credential_id
