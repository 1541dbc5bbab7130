select id, email, display_name
from operators.operators
where id = :actor_id
