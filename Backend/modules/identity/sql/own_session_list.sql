select id, tenant_name, user_agent, remote_address, created_at, last_used_at, expires_at
from identity.own_sessions(:now, :idle_since)
order by last_used_at desc, id
