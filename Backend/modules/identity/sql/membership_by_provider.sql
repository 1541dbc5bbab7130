select m.tenant_id, t.name as tenant_name, m.role, m.last_login_at, t.status, l.valid_from, l.valid_until
from identity.memberships m
join licence.tenants t on t.id = :tenant_id
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
where m.tenant_id = :tenant_id and m.person_id = :person_id and m.active
