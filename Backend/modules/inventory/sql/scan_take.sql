update cmdb.network_scans
set hosts = :hosts, new_hosts = :new_hosts, quiet_hosts = :quiet_hosts, taken_at = :taken_at
where tenant_id = :tenant_id and id = :scan_id
