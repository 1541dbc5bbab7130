-- sorts: address text = h.address, first_seen_at timestamptz = h.first_seen_at
-- id: h.id
select h.id, h.address, h.mac, h.vendor, h.hostname, h.latency_ms, h.ports, h.os_name, h.os_accuracy, h.ci_id, c.name as ci_name,
       c.class_key as ci_class, h.first_seen_at, h.seen_at, h.quiet
from cmdb.network_hosts h
join cmdb.cis c on c.tenant_id = :tenant_id and c.id = h.ci_id
where h.tenant_id = :tenant_id and h.network_id = :network_id and {after}
  and case when :quiet::boolean is null then true else h.quiet = :quiet::boolean end
{order}
limit :limit
