insert into devices.logs (tenant_id, device_id, at, id, source, unit, priority, message)
values (:tenant_id, :device_id, :at, :id, :source, :unit, :priority, :message)
