update tenants.tenants
set status = :status, revision = revision + 1, version = version + 1
where id = :id
