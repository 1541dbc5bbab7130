select email
from identity.persons
where id = :actor_id
