select id, role, password_hash, active
from operators.operators
where email = :email
