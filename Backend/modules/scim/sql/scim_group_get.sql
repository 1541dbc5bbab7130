-- entity: group
select id, display_name, external_id, created_at, updated_at
from scim.groups
where tenant_id = :tenant_id and id = :id
