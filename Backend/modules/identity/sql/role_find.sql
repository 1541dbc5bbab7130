select name, permissions
from identity.roles
where tenant_id = :tenant_id and id = :role_id
for share
