insert into identity.memberships (tenant_id, person_id, role, role_id, display_name, source, created_at, accepted_at)
values (:tenant_id, :person_id, :role, :role_id, :display_name, :source, :now, :accepted_at)
