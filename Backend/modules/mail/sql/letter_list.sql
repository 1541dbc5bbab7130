-- sorts: created_at timestamptz
select id, recipient, kind, language, state, attempts, next_attempt_at, last_error, valid_until, created_at, sent_at
from mail.outbox
where tenant_id = :tenant_id
  and (:state::text is null or state = :state)
  and {after}
{order}
limit :limit
