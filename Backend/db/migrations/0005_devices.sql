-- Appliances: the keys that let them in, what they are, and what they last said of themselves.

create schema devices;
grant usage on schema devices to monozu_app, monozu_ingest, monozu_jobs, monozu_lookup;

-- A key that a tenant hands to whoever installs appliances. Only its hash is kept; `prefix` is what a person recognises it by.
create table devices.provisioning_keys (
    tenant_id uuid not null,
    id uuid not null,
    name text not null constraint provisioning_key_name_length check (length(name) between 1 and 200),
    prefix text not null,
    key_hash bytea not null constraint provisioning_key_hash_length check (length(key_hash) = 32),
    max_uses integer constraint provisioning_key_max_uses_positive check (max_uses > 0),
    uses integer not null default 0,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_by uuid,
    created_at timestamptz not null,
    constraint provisioning_key_key primary key (tenant_id, id),
    constraint provisioning_key_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint provisioning_key_used_up check (max_uses is null or uses <= max_uses)
);
create index provisioning_key_by_created_at on devices.provisioning_keys (tenant_id, created_at, id);

-- A key is looked up before anybody knows whose it is, so this index alone does not begin with the tenant. Two keys of 256 random
-- bits do not collide; the index is not unique because a sharded table could not keep that promise.
create index provisioning_key_by_hash on devices.provisioning_keys (key_hash);
comment on index devices.provisioning_key_by_hash is 'look-up before the tenant is known';

alter table devices.provisioning_keys enable row level security;
alter table devices.provisioning_keys force row level security;
create policy tenant on devices.provisioning_keys
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on devices.provisioning_keys to monozu_app;
grant insert (tenant_id, id, name, prefix, key_hash, max_uses, expires_at, created_by, created_at) on devices.provisioning_keys to monozu_app;
grant update (uses, revoked_at) on devices.provisioning_keys to monozu_app;

-- A device is one machine in one tenant: registering the same machine again gives the same device another key. The `latest_` columns
-- repeat its newest telemetry, so that a list of devices reads one table; they change with every batch and are in no index on purpose.
create table devices.devices (
    tenant_id uuid not null,
    id uuid not null,
    name text not null constraint device_name_length check (length(name) between 1 and 200),
    machine_id text not null constraint device_machine_id_length check (length(machine_id) between 1 and 200),
    agent_version text not null constraint device_agent_version_length check (length(agent_version) between 1 and 100),
    registered_at timestamptz not null,
    revoked_at timestamptz,
    last_seen_at timestamptz,
    latest_at timestamptz,
    latest_cpu_percent double precision,
    latest_memory_used_percent double precision,
    latest_disk_used_percent double precision,
    version bigint not null default 1,
    constraint device_key primary key (tenant_id, id),
    constraint device_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint device_machine_id_taken unique (tenant_id, machine_id)
);
create index device_by_name on devices.devices (tenant_id, name, id);
create index device_by_registered_at on devices.devices (tenant_id, registered_at, id);

alter table devices.devices enable row level security;
alter table devices.devices force row level security;
create policy tenant on devices.devices
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on devices.devices to monozu_app, monozu_jobs;
grant insert (tenant_id, id, name, machine_id, agent_version, registered_at) on devices.devices to monozu_app;
grant update (name, agent_version, revoked_at, version) on devices.devices to monozu_app;
grant update (agent_version, last_seen_at, latest_at, latest_cpu_percent, latest_memory_used_percent, latest_disk_used_percent)
    on devices.devices to monozu_jobs;

-- The keys a device has had; all but the newest are revoked.
create table devices.device_keys (
    tenant_id uuid not null,
    id uuid not null,
    device_id uuid not null,
    provisioning_key_id uuid not null,
    key_hash bytea not null constraint device_key_hash_length check (length(key_hash) = 32),
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint device_key_key primary key (tenant_id, id),
    constraint device_key_device foreign key (tenant_id, device_id) references devices.devices (tenant_id, id) on delete cascade,
    constraint device_key_provisioning_key foreign key (tenant_id, provisioning_key_id)
        references devices.provisioning_keys (tenant_id, id) on delete restrict
);
create index device_key_by_device on devices.device_keys (tenant_id, device_id);
create index device_key_by_hash on devices.device_keys (key_hash);
comment on index devices.device_key_by_hash is 'look-up before the tenant is known';

alter table devices.device_keys enable row level security;
alter table devices.device_keys force row level security;
create policy tenant on devices.device_keys
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select (tenant_id, id, device_id, provisioning_key_id, created_at, revoked_at) on devices.device_keys to monozu_app;
grant insert (tenant_id, id, device_id, provisioning_key_id, key_hash, created_at) on devices.device_keys to monozu_app;
grant update (revoked_at) on devices.device_keys to monozu_app;

-- One sample of a device. The key makes a sample that an appliance sent twice, for want of an answer, count once.
create table devices.telemetry (
    tenant_id uuid not null,
    device_id uuid not null,
    at timestamptz not null,
    cpu_percent double precision not null,
    load1 double precision not null,
    load5 double precision not null,
    load15 double precision not null,
    memory_total_bytes bigint not null,
    memory_used_bytes bigint not null,
    swap_total_bytes bigint not null,
    swap_used_bytes bigint not null,
    disks json not null,
    rx_bytes_per_second double precision not null,
    tx_bytes_per_second double precision not null,
    uptime_seconds bigint not null,
    constraint telemetry_key primary key (tenant_id, device_id, at),
    constraint telemetry_device foreign key (tenant_id, device_id) references devices.devices (tenant_id, id) on delete cascade
);

alter table devices.telemetry enable row level security;
alter table devices.telemetry force row level security;
create policy tenant on devices.telemetry
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on devices.telemetry to monozu_app, monozu_jobs;
grant insert (tenant_id, device_id, at, cpu_percent, load1, load5, load15, memory_total_bytes, memory_used_bytes, swap_total_bytes,
              swap_used_bytes, disks, rx_bytes_per_second, tx_bytes_per_second, uptime_seconds) on devices.telemetry to monozu_jobs;

-- What a device's own log said. `id` orders lines of the same instant as they were sent.
create table devices.logs (
    tenant_id uuid not null,
    device_id uuid not null,
    at timestamptz not null,
    id uuid not null,
    source text not null,
    unit text,
    priority smallint,
    message text not null,
    constraint log_key primary key (tenant_id, device_id, at, id),
    constraint log_device foreign key (tenant_id, device_id) references devices.devices (tenant_id, id) on delete cascade
);

alter table devices.logs enable row level security;
alter table devices.logs force row level security;
create policy tenant on devices.logs
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on devices.logs to monozu_app, monozu_jobs;
grant insert (tenant_id, device_id, at, id, source, unit, priority, message) on devices.logs to monozu_jobs;

-- Whose key this is. No row for a hash nobody has; `revoked` where the key or its device was taken out of service.
create function devices.device_by_key_hash(hash bytea)
    returns table (tenant_id uuid, device_id uuid, revoked boolean, tenant_active boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select k.tenant_id, k.device_id, k.revoked_at is not null or d.revoked_at is not null, t.status = 'active'
    from devices.device_keys k
    join devices.devices d on d.tenant_id = k.tenant_id and d.id = k.device_id
    join licence.tenants t on t.id = k.tenant_id
    where k.key_hash = hash
$$;

-- Whose provisioning key this is. Whether it may still be used is decided under the row's lock, in the tenant's own transaction.
create function devices.provisioning_key_by_hash(hash bytea)
    returns table (tenant_id uuid, id uuid, tenant_active boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select k.tenant_id, k.id, t.status = 'active'
    from devices.provisioning_keys k
    join licence.tenants t on t.id = k.tenant_id
    where k.key_hash = hash
$$;

-- Forgets at most `at_most` samples and log lines that are too old, of all tenants, and returns how many: a caller repeats it until
-- it returns less. It goes device by device, because that is how the keys are ordered.
create function devices.purge_history(telemetry_before timestamptz, logs_before timestamptz, at_most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    device record;
    gone integer;
    total integer := 0;
begin
    for device in select d.tenant_id, d.id from devices.devices d loop
        delete from devices.telemetry t
        where t.tenant_id = device.tenant_id and t.device_id = device.id
          and t.at in (select o.at from devices.telemetry o
                       where o.tenant_id = device.tenant_id and o.device_id = device.id and o.at < telemetry_before
                       order by o.at limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
        delete from devices.logs l
        where l.tenant_id = device.tenant_id and l.device_id = device.id
          and (l.at, l.id) in (select o.at, o.id from devices.logs o
                               where o.tenant_id = device.tenant_id and o.device_id = device.id and o.at < logs_before
                               order by o.at limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
    end loop;
    return total;
end
$$;

revoke all on function devices.device_by_key_hash(bytea), devices.provisioning_key_by_hash(bytea),
    devices.purge_history(timestamptz, timestamptz, integer) from public;
grant execute on function devices.device_by_key_hash(bytea) to monozu_app, monozu_ingest;
grant execute on function devices.provisioning_key_by_hash(bytea) to monozu_app;
grant execute on function devices.purge_history(timestamptz, timestamptz, integer) to monozu_jobs;

grant select (tenant_id, device_id, key_hash, revoked_at) on devices.device_keys to monozu_lookup;
grant select (tenant_id, id, revoked_at) on devices.devices to monozu_lookup;
grant select (tenant_id, id, key_hash) on devices.provisioning_keys to monozu_lookup;
grant select (tenant_id, device_id, at), delete on devices.telemetry to monozu_lookup;
grant select (tenant_id, device_id, at, id), delete on devices.logs to monozu_lookup;
grant create on schema devices to monozu_lookup;
alter function devices.device_by_key_hash(bytea) owner to monozu_lookup;
alter function devices.provisioning_key_by_hash(bytea) owner to monozu_lookup;
alter function devices.purge_history(timestamptz, timestamptz, integer) owner to monozu_lookup;
revoke create on schema devices from monozu_lookup;
