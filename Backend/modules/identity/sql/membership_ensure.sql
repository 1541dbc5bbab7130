insert into identity.memberships (tenant_id, person_id, role, display_name, created_at, accepted_at)
values (:tenant_id, :person_id, :role, :display_name, :now, :accepted_at)
on conflict (tenant_id, person_id) do nothing
