update devices.devices
set latest_at = :at, latest_cpu_percent = :cpu_percent, latest_memory_used_percent = :memory_used_percent,
    latest_disk_used_percent = :disk_used_percent
where tenant_id = :tenant_id and id = :device_id and (latest_at is null or latest_at < :at)
