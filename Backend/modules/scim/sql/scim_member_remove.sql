delete from scim.members
where tenant_id = :tenant_id and group_id = :group_id and person_id = any (:persons::uuid[])
