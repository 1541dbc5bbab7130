insert into identity.roles (tenant_id, id, name, description, permissions, created_at)
values (:tenant_id, :id, :name, :description, :permissions, :now)
