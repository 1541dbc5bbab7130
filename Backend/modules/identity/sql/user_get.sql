select m.person_id as id, p.email, m.display_name, m.role, m.role_id, coalesce(r.name, m.role) as role_name, m.active,
    m.accepted_at is null as pending, m.source, m.last_login_at, m.last_seen_at, m.created_at, m.version
from identity.memberships m
join identity.persons p on p.id = m.person_id
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
where m.tenant_id = :tenant_id and m.person_id = :id
