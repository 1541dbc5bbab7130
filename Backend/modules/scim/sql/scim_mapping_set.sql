-- entity: group
update scim.groups
set role = :role, role_id = :role_id, rank = :rank
where tenant_id = :tenant_id and id = :id
returning id
