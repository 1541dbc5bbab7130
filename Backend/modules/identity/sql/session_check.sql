select m.role, r.name as role_name, r.permissions as role_permissions, t.status, l.valid_from, l.valid_until
from identity.sessions s
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = s.person_id and m.active
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
join licence.tenants t on t.id = :tenant_id
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
where s.tenant_id = :tenant_id and s.id = :session_id and s.person_id = :person_id and s.ended_at is null and s.expires_at > :now
