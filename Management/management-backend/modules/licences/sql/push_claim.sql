-- scans: the outbox is one queue of all tenants
update licences.pushes p
set attempts = p.attempts + 1, next_attempt_at = :claimed_until
from (
    select tenant_id
    from licences.pushes
    where delivered_at is null and next_attempt_at <= :now
    order by next_attempt_at
    limit :limit
    for update skip locked
) due
where p.tenant_id = due.tenant_id
returning p.tenant_id as tenant, p.delivery_id, p.attempts
