select person_id
from identity.password_change(:old_hash, :new_hash, :session_id, :now) as changed (person_id)
