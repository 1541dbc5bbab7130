select g.id, g.display_name, g.role, g.role_id, r.name as role_name, r.permissions as role_permissions, g.rank, g.updated_at as synced_at,
    (select count(*) from scim.members m where m.tenant_id = :tenant_id and m.group_id = g.id) as members
from scim.groups g
left join identity.roles r on r.tenant_id = :tenant_id and r.id = g.role_id
where g.tenant_id = :tenant_id
order by g.rank nulls last, lower(g.display_name), g.id
