select id, name, description, permissions, created_at, version
from identity.roles
where tenant_id = :tenant_id
order by lower(name)
