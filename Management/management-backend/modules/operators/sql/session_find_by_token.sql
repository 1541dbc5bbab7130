select s.id, s.operator_id, s.ended_at, r.used_at
from operators.refresh_tokens r
join operators.sessions s on s.id = r.session_id
where r.hash = :hash
