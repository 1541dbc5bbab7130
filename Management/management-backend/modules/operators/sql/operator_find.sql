select id, role, coalesce(password_hash, '') as password_hash, active
from operators.operators
where email = :email and subject is null
