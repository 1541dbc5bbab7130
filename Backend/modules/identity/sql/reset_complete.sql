select person_id
from identity.reset_complete(:hash, :password_hash, :now) as completed (person_id)
