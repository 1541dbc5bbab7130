-- entity: letter
select state
from mail.outbox
where tenant_id = :tenant_id and id = :id
