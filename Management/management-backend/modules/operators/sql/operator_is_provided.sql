select subject is not null as provided
from operators.operators
where id = :actor_id
