update scim.groups
set display_name = :display_name, external_id = :external_id, updated_at = :now
where tenant_id = :tenant_id and id = :id
