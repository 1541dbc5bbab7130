select username
from sso.identities
where tenant_id = :tenant_id and connection_id = :connection_id and person_id = :person_id
