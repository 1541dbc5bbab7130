select person_id
from identity.setup_complete(:hash, :password_hash, :now) as completed (person_id)
