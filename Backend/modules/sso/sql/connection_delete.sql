delete from sso.connections
where tenant_id = :tenant_id and id = :id
returning id
