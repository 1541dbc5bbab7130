update sso.connections
set tested = :settings, tested_at = :now, version = version + 1
where tenant_id = :tenant_id and id = :id and settings = :settings
returning id
