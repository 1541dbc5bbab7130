insert into identity.memberships (tenant_id, person_id, role, role_id, display_name, created_at)
values (:tenant_id, :person_id, :role, :role_id, :display_name, :now)
