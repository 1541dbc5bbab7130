insert into cmdb.network_scan_parts (tenant_id, scan_id, part, hosts)
values (:tenant_id, :scan_id, :part, :hosts)
on conflict (tenant_id, scan_id, part) do nothing
