select sso_connection_id
from identity.sessions
where tenant_id = :tenant_id and id = :session_id
