update alerts.alerts
set status = 'acknowledged', acknowledged_by = :actor_id, acknowledged_at = :at, updated_at = :at, version = version + 1
where tenant_id = :tenant_id and id = :id
