select claim, value, role, role_id
from sso.role_mappings
where tenant_id = :tenant_id and connection_id = :connection_id
order by position
