insert into alerts.alerts as a (tenant_id, id, severity, title, source, rule, device_id, detail, occurred_at, created_at, updated_at)
values (:tenant_id, :id, :severity, :title, :source, :rule, :device_id, :detail, :occurred_at, :at, :at)
returning a.id, a.severity, a.title, a.source, a.device_id,
          (select d.name from devices.devices d where d.tenant_id = :tenant_id and d.id = a.device_id) as device_name,
          a.rule, a.status, a.occurred_at, a.created_at, null::text as acknowledged_by_name, a.incident_id, a.version
