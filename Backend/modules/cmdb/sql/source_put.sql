-- The name and how long its word lasts are the source's own to say; a person's later choice of hours stays.
insert into cmdb.sources (tenant_id, id, kind, key, name, quiet_after_hours, created_at, seen_at)
values (:tenant_id, :id, :kind, :key, :name, :quiet_after_hours, :at, :at)
on conflict (tenant_id, kind, key) do nothing
