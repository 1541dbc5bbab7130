update identity.memberships
set display_name = :display_name, version = version + 1
where tenant_id = :tenant_id and person_id = :person_id
