select m.person_id as id, p.email, m.display_name, m.role, m.active, p.pending, m.last_login_at, m.created_at, m.version
from identity.memberships m
join identity.persons p on p.id = m.person_id
where m.tenant_id = :tenant_id and m.person_id = :id
