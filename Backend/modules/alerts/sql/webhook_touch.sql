update alerts.webhooks
set last_used_at = :at
where tenant_id = :tenant_id and id = :id
