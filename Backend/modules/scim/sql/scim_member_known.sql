select person_id
from scim.users
where tenant_id = :tenant_id and person_id = any (:persons::uuid[])
