delete from cmdb.ci_values
where tenant_id = :tenant_id and ci_id = any (:ids::uuid[])
