select count(*) as unused
from operators.recovery_codes
where operator_id = :actor_id and used_at is null
