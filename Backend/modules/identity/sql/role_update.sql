update identity.roles
set name = case when :name_given then :name else name end,
    description = case when :description_given then :description else description end,
    permissions = case when :permissions_given then :permissions else permissions end,
    version = version + 1
where tenant_id = :tenant_id and id = :id
