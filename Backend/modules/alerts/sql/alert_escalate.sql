-- Whoever makes an incident of an alert has seen it.
update alerts.alerts
set incident_id = :incident_id,
    acknowledged_by = case when status = 'open' then :actor_id::uuid else acknowledged_by end,
    acknowledged_at = case when status = 'open' then :at::timestamptz else acknowledged_at end,
    status = case when status = 'open' then 'acknowledged' else status end,
    updated_at = :at, version = version + 1
where tenant_id = :tenant_id and id = :id
