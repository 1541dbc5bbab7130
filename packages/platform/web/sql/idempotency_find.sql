select fingerprint, status, body
from app.idempotency_keys
where tenant_id = :tenant and actor_id = :actor_id and operation = :operation and key = :key
