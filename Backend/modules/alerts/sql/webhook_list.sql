-- entity: webhook
-- sorts: created_at timestamptz
select id, name, created_at, revoked_at, last_used_at
from alerts.webhooks
where tenant_id = :tenant_id and {after}
{order}
limit :limit
