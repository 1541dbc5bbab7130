select display_name
from identity.memberships
where tenant_id = :tenant_id and person_id = :id and active
