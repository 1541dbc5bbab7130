insert into scim.members (tenant_id, group_id, person_id)
select tenant_id, :group_id, person_id
from scim.users
where tenant_id = :tenant_id and person_id = any (:persons::uuid[])
on conflict (tenant_id, group_id, person_id) do nothing
