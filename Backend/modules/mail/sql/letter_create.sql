with letter as (
    insert into mail.outbox (tenant_id, id, kind, language, recipient, content, next_attempt_at, valid_until, queued_at, created_at)
    values (:tenant_id, :id, :kind, :language, :recipient, :content, :now, :valid_until, :now, :now)
), queued as (
    insert into mail.queue (id, tenant_id, due_at)
    values (:id, :tenant_id, :now)
)
select pg_notify('mail', '')
