insert into itsm.incident_counters (tenant_id, last_number)
values (:tenant_id, 1)
on conflict (tenant_id) do update set last_number = incident_counters.last_number + 1
returning last_number
