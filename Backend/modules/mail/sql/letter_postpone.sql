update mail.outbox
set next_attempt_at = :next_attempt_at, last_error = :error
where tenant_id = :tenant_id and id = :id and state = 'queued'
