update cmdb.sources
set name = :name, quiet_after_hours = :quiet_after_hours, version = version + 1
where tenant_id = :tenant_id and id = :id
