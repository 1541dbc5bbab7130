-- sorts: name text, registered_at timestamptz
select id, name, machine_id, agent_version, status, last_seen_at, registered_at,
       latest_at, latest_cpu_percent, latest_memory_used_percent, latest_disk_used_percent, version
from (
    select id, name, machine_id, agent_version, last_seen_at, registered_at,
           latest_at, latest_cpu_percent, latest_memory_used_percent, latest_disk_used_percent, version,
           case when revoked_at is not null then 'revoked' when last_seen_at >= :online_since then 'online' else 'offline' end as status
    from devices.devices
    where tenant_id = :tenant_id
) as device
where {after}
  and case when cardinality(:status::text[]) = 0 then true else status = any (:status::text[]) end
  and case when :q::text is null then true else strpos(lower(name), lower(:q::text)) > 0 or strpos(lower(machine_id), lower(:q::text)) > 0 end
{order}
limit :limit
