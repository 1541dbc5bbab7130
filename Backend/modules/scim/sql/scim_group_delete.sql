delete from scim.groups
where tenant_id = :tenant_id and id = :id
returning id
