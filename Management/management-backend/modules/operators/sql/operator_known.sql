select email, role, active
from operators.operators
where id = :actor_id
