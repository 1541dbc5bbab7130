update alerts.webhooks
set revoked_at = coalesce(revoked_at, :at)
where tenant_id = :tenant_id and id = :id
returning id
