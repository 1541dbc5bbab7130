update app.idempotency_keys
set status = :status, body = :body
where tenant_id = :tenant and actor_id = :actor_id and operation = :operation and key = :key
