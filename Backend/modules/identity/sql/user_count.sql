select count(*) as count
from identity.memberships
where tenant_id = :tenant_id and active
