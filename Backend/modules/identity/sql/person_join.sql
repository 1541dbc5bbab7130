select id
from identity.person_join(:new_id, :email, :now)
