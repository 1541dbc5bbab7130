update mail.outbox
set state = 'failed', next_attempt_at = null, last_error = coalesce(:error, last_error)
where tenant_id = :tenant_id and id = :id and state = 'queued'
