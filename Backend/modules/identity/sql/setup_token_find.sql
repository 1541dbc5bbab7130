select s.person_id
from identity.setup_tokens s
join identity.persons p on p.id = s.person_id and p.pending
where s.tenant_id = :tenant_id and s.hash = :hash and s.used_at is null and s.expires_at > :now
