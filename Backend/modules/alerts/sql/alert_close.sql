update alerts.alerts
set status = 'closed', closed_by = :actor_id, closed_at = :at, close_reason = :reason, updated_at = :at, version = version + 1
where tenant_id = :tenant_id and id = :id
