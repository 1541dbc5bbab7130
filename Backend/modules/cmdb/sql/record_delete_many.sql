delete from cmdb.records
where tenant_id = :tenant_id and id = any (:ids::uuid[])
