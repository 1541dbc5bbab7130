select coalesce(password_hash, '') as password_hash, email, display_name
from operators.operators
where id = :actor_id
