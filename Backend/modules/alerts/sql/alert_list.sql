-- sorts: created_at timestamptz = a.created_at, occurred_at timestamptz = a.occurred_at, severity alerts.severity = a.severity
-- id: a.id
-- Filters are cases, because of an `or` the planner believes that hardly a row passes, and sorts the whole tenant instead of reading a page.
select a.id, a.severity, a.title, a.source, a.device_id, d.name as device_name, a.rule, a.status, a.occurred_at, a.created_at,
       coalesce(m.display_name, s.name) as acknowledged_by_name, a.incident_id, a.version
from alerts.alerts a
left join devices.devices d on d.tenant_id = :tenant_id and d.id = a.device_id
left join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = a.acknowledged_by
left join identity.service_accounts s on s.tenant_id = :tenant_id and s.id = a.acknowledged_by
where a.tenant_id = :tenant_id and {after}
  and case when cardinality(:severity::alerts.severity[]) = 0 then true else a.severity = any (:severity::alerts.severity[]) end
  and case when cardinality(:status::text[]) = 0 then true else a.status = any (:status::text[]) end
  and case when :device_id::uuid is null then true else a.device_id = :device_id::uuid end
{order}
limit :limit
