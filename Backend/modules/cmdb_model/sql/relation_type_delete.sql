delete from cmdb.relation_types
where tenant_id = :tenant_id and key = :key
