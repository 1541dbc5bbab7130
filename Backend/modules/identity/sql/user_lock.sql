-- Besides the user, every active owner is locked, in one order, so that two owners cannot demote each other at the same moment.
select m.person_id as id, m.role, r.name as role_name, r.permissions as role_permissions, m.active, m.role_id, m.source, m.version
from identity.memberships m
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
where m.tenant_id = :tenant_id and (m.person_id = :id or (m.role = 'owner' and m.active))
order by m.person_id
for update of m
