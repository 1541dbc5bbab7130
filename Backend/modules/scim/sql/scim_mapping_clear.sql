update scim.groups
set role = null, role_id = null, rank = null
where tenant_id = :tenant_id and role is not null
