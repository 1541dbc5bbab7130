select person_id as id, user_name, external_id, given_name, family_name, formatted, display_name, email, active, created_at, updated_at
from scim.users
where tenant_id = :tenant_id
  and (:id::text is null or person_id::text = lower(:id))
  and (:user_name::text is null or lower(user_name) = lower(:user_name))
  and (:external_id::text is null or external_id = :external_id)
  and (:display_name::text is null or lower(display_name) = lower(:display_name))
  and (:email::text is null or email = lower(:email))
  and (:active::boolean is null or active = :active)
order by created_at, person_id
limit :limit offset :offset
