update mail.outbox
set attempts = attempts + 1
where tenant_id = :tenant_id and id = :id and state = 'queued'
returning kind, language, recipient, content, attempts, queued_at, valid_until
