insert into audit.retention as r (tenant_id, days)
values (:tenant_id, :days)
on conflict (tenant_id) do update
set days = excluded.days, version = r.version + 1
returning days, version
