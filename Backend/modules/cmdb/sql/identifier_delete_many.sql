delete from cmdb.identifiers
where tenant_id = :tenant_id and record_id = any (:ids::uuid[])
