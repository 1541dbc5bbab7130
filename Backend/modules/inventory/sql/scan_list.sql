-- sorts: started_at timestamptz = s.started_at
-- id: s.id
select s.id, s.network_id, n.network, n.name as network_name, s.method, s.started_at, s.ended_at, s.complete, s.hosts, s.new_hosts,
       s.quiet_hosts, s.taken_at
from cmdb.network_scans s
join cmdb.discovery_networks n on n.tenant_id = :tenant_id and n.id = s.network_id
where s.tenant_id = :tenant_id and {after}
  and case when :network_id::uuid is null then true else s.network_id = :network_id::uuid end
{order}
limit :limit
