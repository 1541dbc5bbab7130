insert into cmdb.inventory_sections (tenant_id, device_id, section, digest, items, changed_at, seen_at)
select :tenant_id, :device_id::uuid, s.section, s.digest, s.items, s.changed_at, s.seen_at
from unnest(:sections::text[], :digests::text[], :items::integer[], :changed_at::timestamptz[], :seen_at::timestamptz[])
    as s (section, digest, items, changed_at, seen_at)
on conflict (tenant_id, device_id, section) do update
set digest = excluded.digest, items = excluded.items, changed_at = excluded.changed_at, seen_at = excluded.seen_at
