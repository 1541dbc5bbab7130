insert into sso.role_mappings (tenant_id, connection_id, position, claim, value, role, role_id)
values (:tenant_id, :connection_id, :position, :claim, :value, :role, :role_id)
