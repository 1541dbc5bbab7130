select id, pending, elsewhere
from identity.person_join(:new_id, :email, :now)
