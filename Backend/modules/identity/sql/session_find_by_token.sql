select s.id, s.person_id, s.ended_at, r.generation < s.generation as outdated, s.sso_end_url
from identity.refresh_tokens r
join identity.sessions s on s.tenant_id = :tenant_id and s.id = r.session_id
where r.tenant_id = :tenant_id and r.hash = :hash
