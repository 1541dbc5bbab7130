select tenant_id, name, secret, revoked, tenant_active
from alerts.webhook_by_id(:id)
