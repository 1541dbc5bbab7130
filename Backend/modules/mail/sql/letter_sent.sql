update mail.outbox
set state = 'sent', content = null, next_attempt_at = null, last_error = null, provider_id = :provider_id, sent_at = :now
where tenant_id = :tenant_id and id = :id and state = 'queued'
