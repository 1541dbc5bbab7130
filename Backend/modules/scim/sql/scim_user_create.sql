insert into scim.users (tenant_id, person_id, user_name, external_id, given_name, family_name, formatted, display_name, email, active,
                        created_at, updated_at)
values (:tenant_id, :id, :user_name, :external_id, :given_name, :family_name, :formatted, :display_name, :email, :active, :now, :now)
