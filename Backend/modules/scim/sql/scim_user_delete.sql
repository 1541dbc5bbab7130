delete from scim.users
where tenant_id = :tenant_id and person_id = :id
returning person_id
