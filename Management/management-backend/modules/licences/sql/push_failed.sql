update licences.pushes
set last_error = :error, next_attempt_at = :next_attempt_at
where tenant_id = :tenant and delivery_id = :delivery_id
