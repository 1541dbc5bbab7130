-- At most one point a step: means of what was measured in it, and the newest state of what does not average.
select max(at) as at,
       avg(cpu_percent) as cpu_percent,
       avg(load1) as load1, avg(load5) as load5, avg(load15) as load15,
       max(memory_total_bytes) as memory_total_bytes, avg(memory_used_bytes)::bigint as memory_used_bytes,
       max(swap_total_bytes) as swap_total_bytes, avg(swap_used_bytes)::bigint as swap_used_bytes,
       (array_agg(disks order by at desc))[1] as disks,
       avg(rx_bytes_per_second) as rx_bytes_per_second, avg(tx_bytes_per_second) as tx_bytes_per_second,
       max(uptime_seconds) as uptime_seconds
from devices.telemetry
where tenant_id = :tenant_id and device_id = :device_id and at >= :from_at and at < :to_at
group by date_bin(make_interval(secs => :step_seconds), at, :from_at)
order by 1
