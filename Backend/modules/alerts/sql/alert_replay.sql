-- The newest ones, when there are more than a connection gets.
select a.id, a.severity, a.title, a.source, a.device_id, d.name as device_name, a.rule, a.status, a.occurred_at, a.created_at,
       coalesce(m.display_name, s.name) as acknowledged_by_name, a.incident_id, a.version, a.updated_at
from alerts.alerts a
left join devices.devices d on d.tenant_id = :tenant_id and d.id = a.device_id
left join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = a.acknowledged_by
left join identity.service_accounts s on s.tenant_id = :tenant_id and s.id = a.acknowledged_by
where a.tenant_id = :tenant_id and a.updated_at >= :since
order by a.updated_at desc, a.id desc
limit :most
