insert into cmdb.network_scans (tenant_id, id, network_id, method, started_at, ended_at, complete, parts)
values (:tenant_id, :id, :network_id, :method, :started_at, :ended_at, :complete, :parts)
on conflict (tenant_id, network_id, started_at, method) do nothing
