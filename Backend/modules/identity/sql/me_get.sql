select m.person_id as id, p.email, m.display_name, p.language, t.name as tenant_name, m.role, r.name as role_name, r.permissions as role_permissions,
    c.id as connection_id, c.name as connection_name
from identity.memberships m
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
join identity.persons p on p.id = m.person_id
join licence.tenants t on t.id = :tenant_id
left join identity.sessions s on s.tenant_id = :tenant_id and s.id = :session_id
left join sso.connections c on c.tenant_id = :tenant_id and c.id = s.sso_connection_id
where m.tenant_id = :tenant_id and m.person_id = :person_id
