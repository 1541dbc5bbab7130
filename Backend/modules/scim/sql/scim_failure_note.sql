insert into scim.failures (tenant_id, operation, subject, status, detail, at)
values (:tenant_id, :operation, :subject, :status, :detail, :now)
on conflict (tenant_id, operation, subject) do update
set status = excluded.status, detail = excluded.detail, at = excluded.at, times = scim.failures.times + 1
returning operation
