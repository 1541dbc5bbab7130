insert into cmdb.discovery_networks (tenant_id, id, device_id, network, name, method, every_hours, enabled, next_scan_at, created_at, updated_at)
values (:tenant_id, :id, :device_id, :network, :name, :method, :every_hours, :enabled, :next_scan_at, :at, :at)
