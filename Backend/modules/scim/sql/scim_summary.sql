select count(*) as users, count(*) filter (where active) as active_users, max(updated_at) as synced_at
from scim.users
where tenant_id = :tenant_id
