delete from cmdb.ci_words
where tenant_id = :tenant_id and ci_id = any (:ids::uuid[])
