update scim.users
set user_name = :user_name, external_id = :external_id, given_name = :given_name, family_name = :family_name, formatted = :formatted,
    display_name = :display_name, email = :email, active = :active, updated_at = :now
where tenant_id = :tenant_id and person_id = :id
