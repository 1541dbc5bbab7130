insert into scim.groups (tenant_id, id, display_name, external_id, created_at, updated_at)
values (:tenant_id, :id, :display_name, :external_id, :now, :now)
