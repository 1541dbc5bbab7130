update cmdb.network_hosts
set quiet = true
where tenant_id = :tenant_id and network_id = :network_id and seen_at < :at and not quiet
