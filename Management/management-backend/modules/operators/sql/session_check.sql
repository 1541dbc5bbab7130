select o.role
from operators.sessions s
join operators.operators o on o.id = s.operator_id and o.active
where s.id = :session_id and s.operator_id = :operator_id and s.ended_at is null and s.expires_at > :now
