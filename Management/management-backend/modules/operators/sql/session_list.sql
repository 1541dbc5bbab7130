select id, user_agent, remote_address, created_at, last_used_at, expires_at
from operators.sessions
where operator_id = :operator_id and ended_at is null and expires_at > :now and last_used_at > :idle_since
order by last_used_at desc, id
