select d.default_role as role, d.default_role_id as role_id, r.name as role_name, r.permissions as role_permissions
from scim.settings d
left join identity.roles r on r.tenant_id = :tenant_id and r.id = d.default_role_id
where d.tenant_id = :tenant_id
