delete from cmdb.network_scan_parts
where tenant_id = :tenant_id and scan_id = :scan_id
