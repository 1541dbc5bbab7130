select id, email, display_name
from operators.operators
where id = :operator_id
