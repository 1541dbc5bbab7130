-- What a look did not look for stays as the last one that did left it.
insert into cmdb.network_hosts as h (tenant_id, network_id, key, id, address, mac, vendor, hostname, latency_ms, ports, os_name, os_accuracy,
                                     record_id, ci_id, first_seen_at, seen_at, quiet)
values (:tenant_id, :network_id, :key, :id, :address, :mac, :vendor, :hostname, :latency_ms, :ports, :os_name, :os_accuracy,
        :record_id, :ci_id, :at, :at, :quiet)
on conflict (tenant_id, network_id, key) do update
set address = excluded.address, mac = excluded.mac, vendor = coalesce(excluded.vendor, h.vendor), hostname = excluded.hostname,
    latency_ms = excluded.latency_ms, ports = coalesce(excluded.ports, h.ports),
    os_name = coalesce(excluded.os_name, h.os_name), os_accuracy = coalesce(excluded.os_accuracy, h.os_accuracy),
    seen_at = excluded.seen_at, quiet = excluded.quiet
where h.seen_at <= excluded.seen_at
