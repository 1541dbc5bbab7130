update cmdb.discovery_networks
set name = :name, method = :method, every_hours = :every_hours, enabled = :enabled, next_scan_at = :next_scan_at, updated_at = :at,
    version = version + 1
where tenant_id = :tenant_id and id = :id
