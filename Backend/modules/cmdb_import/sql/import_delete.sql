delete from cmdb.imports
where tenant_id = :tenant_id and id = :id
