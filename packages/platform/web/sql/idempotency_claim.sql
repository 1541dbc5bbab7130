insert into app.idempotency_keys (tenant_id, actor_id, operation, key, fingerprint)
values (:tenant, :actor_id, :operation, :key, :fingerprint)
on conflict (tenant_id, actor_id, key, operation) do nothing
returning key
