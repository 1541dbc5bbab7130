-- What was missed while nobody looked is not made up for.
update cmdb.discovery_networks n
set next_scan_at = n.next_scan_at
                   + make_interval(hours => n.every_hours * (1 + floor(extract(epoch from :at - n.next_scan_at) / (n.every_hours * 3600.0))::integer))
from devices.devices d
where n.tenant_id = :tenant_id and n.id = :id and n.next_scan_at <= :at and d.tenant_id = :tenant_id and d.id = n.device_id
returning n.device_id, n.network, n.method, d.revoked_at is null as usable
