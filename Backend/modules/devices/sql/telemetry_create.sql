insert into devices.telemetry (tenant_id, device_id, at, cpu_percent, load1, load5, load15, memory_total_bytes, memory_used_bytes,
                               swap_total_bytes, swap_used_bytes, disks, rx_bytes_per_second, tx_bytes_per_second, uptime_seconds)
values (:tenant_id, :device_id, :at, :cpu_percent, :load1, :load5, :load15, :memory_total_bytes, :memory_used_bytes,
        :swap_total_bytes, :swap_used_bytes, :disks, :rx_bytes_per_second, :tx_bytes_per_second, :uptime_seconds)
on conflict (tenant_id, device_id, at) do nothing
