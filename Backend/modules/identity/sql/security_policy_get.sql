select second_factor, roles, session_idle_minutes, session_absolute_minutes, version
from identity.security_policies
where tenant_id = :tenant_id
