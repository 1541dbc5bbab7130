select s.id, t.name as tenant_name, s.user_agent, s.remote_address, s.created_at, s.last_used_at, s.expires_at
from identity.sessions s
join licence.tenants t on t.id = :tenant_id
where s.tenant_id = :tenant_id and s.person_id = :person_id
  and s.ended_at is null and s.expires_at > :now and s.last_used_at > :idle_since
order by s.last_used_at desc, s.id
