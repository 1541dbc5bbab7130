update identity.service_accounts
set name = :name, purpose = :purpose, role = :role, role_id = :role_id, permissions = :permissions, active = :active, version = version + 1
where tenant_id = :tenant_id and id = :id
