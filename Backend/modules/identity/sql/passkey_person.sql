select person_id
from identity.passkey_person(:credential_id) as found (person_id)
