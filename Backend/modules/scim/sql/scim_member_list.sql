select m.group_id, m.person_id, u.user_name
from scim.members m
join scim.users u on u.tenant_id = :tenant_id and u.person_id = m.person_id
where m.tenant_id = :tenant_id and m.group_id = any (:groups::uuid[])
order by m.group_id, m.person_id
