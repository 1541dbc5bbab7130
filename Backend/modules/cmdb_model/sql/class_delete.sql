delete from cmdb.classes
where tenant_id = :tenant_id and key = :key
