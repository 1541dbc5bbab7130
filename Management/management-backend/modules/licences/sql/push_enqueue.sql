insert into licences.pushes (tenant_id, delivery_id, next_attempt_at, created_at)
values (:tenant, :delivery_id, :now, :now)
on conflict (tenant_id) do update
set delivery_id = excluded.delivery_id, attempts = 0, last_error = null, next_attempt_at = excluded.next_attempt_at, delivered_at = null,
    created_at = excluded.created_at
