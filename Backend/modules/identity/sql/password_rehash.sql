select id
from identity.password_rehash(:person_id, :old_hash, :new_hash) as rehashed (id)
