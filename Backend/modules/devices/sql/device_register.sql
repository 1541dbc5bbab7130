-- A machine that is known keeps its name, which a person may have changed.
insert into devices.devices (tenant_id, id, name, machine_id, agent_version, registered_at)
values (:tenant_id, :id, :name, :machine_id, :version, :at)
on conflict (tenant_id, machine_id) do update
set agent_version = excluded.agent_version, version = devices.version + 1
returning id, revoked_at is not null as revoked
