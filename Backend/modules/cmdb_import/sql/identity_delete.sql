delete from cmdb.import_identities
where tenant_id = :tenant_id and import_id = :id
