-- An invitation that can still be accepted.
select s.person_id, p.email, p.pending, m.display_name, t.name as tenant_name
from identity.setup_tokens s
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = s.person_id and m.active and m.accepted_at is null
join identity.persons p on p.id = s.person_id
join licence.tenants t on t.id = :tenant_id
where s.tenant_id = :tenant_id and s.hash = :hash and s.used_at is null and s.expires_at > :now
