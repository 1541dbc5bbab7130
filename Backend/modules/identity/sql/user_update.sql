update identity.memberships
set display_name = case when :display_name_given then :display_name else display_name end,
    role = case when :role_given then :role else role end,
    role_id = case when :role_given then :role_id::uuid else role_id end,
    active = case when :active_given then :active else active end,
    version = version + 1
where tenant_id = :tenant_id and person_id = :id
