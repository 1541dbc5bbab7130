select id, name, machine_id, agent_version,
       case when revoked_at is not null then 'revoked' when last_seen_at >= :online_since then 'online' else 'offline' end as status,
       last_seen_at, registered_at,
       latest_at, latest_cpu_percent, latest_memory_used_percent, latest_disk_used_percent, version
from devices.devices
where tenant_id = :tenant_id and id = :id
