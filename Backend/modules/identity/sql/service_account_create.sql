insert into identity.service_accounts (tenant_id, id, name, purpose, role, role_id, permissions, created_by, created_at)
values (:tenant_id, :id, :name, :purpose, :role, :role_id, :permissions, :actor_id, :now)
