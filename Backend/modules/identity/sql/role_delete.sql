delete from identity.roles
where tenant_id = :tenant_id and id = :id
