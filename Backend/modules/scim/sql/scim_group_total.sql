select count(*) as count
from scim.groups
where tenant_id = :tenant_id
