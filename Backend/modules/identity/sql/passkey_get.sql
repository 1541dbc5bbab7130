select id, public_key, algorithm, sign_count
from identity.passkeys
where person_id = :actor_id and credential_id = :credential_id
