-- entity: user
select person_id as id, user_name, external_id, given_name, family_name, formatted, display_name, email, active, created_at, updated_at
from scim.users
where tenant_id = :tenant_id and person_id = :id
