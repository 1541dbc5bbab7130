select s.id, s.operator_id, s.ended_at, r.generation < s.generation as outdated
from operators.refresh_tokens r
join operators.sessions s on s.id = r.session_id
where r.hash = :hash
