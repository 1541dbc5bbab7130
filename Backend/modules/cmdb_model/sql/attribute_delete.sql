delete from cmdb.attributes
where tenant_id = :tenant_id and key = :key
