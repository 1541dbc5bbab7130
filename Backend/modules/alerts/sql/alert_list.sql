-- sorts: created_at timestamptz = a.created_at, occurred_at timestamptz = a.occurred_at, severity alerts.severity = a.severity
-- id: a.id
select a.id, a.severity, a.title, a.source, a.device_id, d.name as device_name, a.rule, a.status, a.occurred_at, a.created_at,
       m.display_name as acknowledged_by_name, a.incident_id, a.version
from alerts.alerts a
left join devices.devices d on d.tenant_id = :tenant_id and d.id = a.device_id
left join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = a.acknowledged_by
where a.tenant_id = :tenant_id and {after}
  and (cardinality(:severity::alerts.severity[]) = 0 or a.severity = any (:severity::alerts.severity[]))
  and (cardinality(:status::text[]) = 0 or a.status = any (:status::text[]))
  and (:device_id::uuid is null or a.device_id = :device_id::uuid)
{order}
limit :limit
