select id, pending
from identity.person_join(:new_id, :email, :now)
