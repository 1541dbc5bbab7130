select count(*) as total
from alerts.webhook_deliveries
where tenant_id = :tenant_id and webhook_id = :webhook_id and received_at > :since
