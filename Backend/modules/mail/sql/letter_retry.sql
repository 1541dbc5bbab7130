with letter as (
    update mail.outbox
    set state = 'queued', queued_at = :now, next_attempt_at = :now
    where tenant_id = :tenant_id and id = :id and state = 'failed' and (valid_until is null or valid_until > :now)
    returning id, tenant_id
), queued as (
    insert into mail.queue (id, tenant_id, due_at)
    select id, tenant_id, :now
    from letter
)
select id, pg_notify('mail', '')::text as rung
from letter
