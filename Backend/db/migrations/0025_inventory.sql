-- What appliances say of the machines they run on, and of the networks that an admin let them look at. Software and findings belong to the
-- record of the machine and follow it when it turns out to be of another CI.

alter table commands.commands drop constraint command_name;
alter table commands.commands add constraint command_name
    check (command in ('update_snap', 'collect_now', 'restart_agent', 'collect_inventory', 'discover_network'));
-- Jobs ask too: for an inventory that they lost the thread of, and for scans that are due.
grant usage on schema commands to monozu_jobs;
grant insert (tenant_id, id, device_id, command, args, created_by, created_at, expires_at) on commands.commands to monozu_jobs;

-- One a device, locked while something about its machine is taken in. `asked_at`: when it was last asked to send everything anew. Which CI
-- the machine is follows from the record of the device's source.
create table cmdb.inventories (
    tenant_id uuid not null,
    device_id uuid not null,
    asked_at timestamptz,
    created_at timestamptz not null,
    constraint inventory_key primary key (tenant_id, device_id),
    constraint inventory_device foreign key (tenant_id, device_id) references devices.devices (tenant_id, id) on delete cascade
);

-- How far a section of a device's inventory has got: the appliance's digest of it, by which a change knows what it continues.
create table cmdb.inventory_sections (
    tenant_id uuid not null,
    device_id uuid not null,
    section text not null constraint inventory_section_known
        check (section in ('system', 'hardware', 'disks', 'interfaces', 'neighbours', 'software', 'services', 'listeners', 'certificates')),
    digest text not null constraint inventory_digest_length check (length(digest) between 1 and 200),
    items integer not null,
    changed_at timestamptz not null,
    seen_at timestamptz not null,
    constraint inventory_section_key primary key (tenant_id, device_id, section),
    constraint inventory_section_inventory foreign key (tenant_id, device_id) references cmdb.inventories (tenant_id, device_id) on delete cascade
);

-- A version of a package, once for all machines that have it.
create table cmdb.software_titles (
    tenant_id uuid not null,
    id uuid not null,
    manager text not null constraint software_manager_length check (length(manager) between 1 and 20),
    name text collate "C" not null constraint software_name_length check (length(name) between 1 and 200),
    version text not null constraint software_version_length check (length(version) <= 100),
    architecture text not null constraint software_architecture_length check (length(architecture) <= 20),
    source text not null constraint software_source_length check (length(source) <= 200),
    first_seen_at timestamptz not null,
    constraint software_title_key primary key (tenant_id, id),
    constraint software_title_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint software_title_taken unique (tenant_id, name, manager, architecture, version, source)
);
create index software_title_by_name on cmdb.software_titles (tenant_id, name, id);

-- That a machine has it, or had it until `removed_at`.
create table cmdb.installations (
    tenant_id uuid not null,
    record_id uuid not null,
    title_id uuid not null,
    ci_id uuid not null,
    first_seen_at timestamptz not null,
    removed_at timestamptz,
    constraint installation_key primary key (tenant_id, record_id, title_id),
    constraint installation_record foreign key (tenant_id, record_id, ci_id) references cmdb.records (tenant_id, id, ci_id)
        on update cascade on delete cascade,
    constraint installation_title foreign key (tenant_id, title_id) references cmdb.software_titles (tenant_id, id) on delete restrict
);
create index installation_by_ci on cmdb.installations (tenant_id, ci_id, title_id) where removed_at is null;
create index installation_by_title on cmdb.installations (tenant_id, title_id, ci_id, record_id) where removed_at is null;
create index installation_removed_by_ci on cmdb.installations (tenant_id, ci_id, removed_at, title_id) where removed_at is not null;
create index installation_removed on cmdb.installations (tenant_id, removed_at) where removed_at is not null;

-- Everything else that a machine has several of, as the appliance said it. One table, because these are short lists that are stored,
-- compared and shown in the same way, a machine at a time; what is asked for across machines is a CI of its own or has a table.
create table cmdb.findings (
    tenant_id uuid not null,
    record_id uuid not null,
    section text not null,
    key text collate "C" not null constraint finding_key_length check (length(key) <= 500),
    id uuid not null,
    ci_id uuid not null,
    data jsonb not null,
    first_seen_at timestamptz not null,
    removed_at timestamptz,
    constraint finding_key primary key (tenant_id, record_id, section, key),
    constraint finding_record foreign key (tenant_id, record_id, ci_id) references cmdb.records (tenant_id, id, ci_id)
        on update cascade on delete cascade
);
create index finding_by_ci on cmdb.findings (tenant_id, ci_id, section, key, id) where removed_at is null;
create index finding_removed on cmdb.findings (tenant_id, removed_at) where removed_at is not null;

-- What an admin lets an appliance look at. `next_scan_at` is when the schedule asks again; null where only people ask. `command_id` is the
-- last time that it was asked. Its CI and those of its hosts have their records in the source (discovery, id).
create table cmdb.discovery_networks (
    tenant_id uuid not null,
    id uuid not null,
    device_id uuid not null,
    network text collate cmdb.by_name not null constraint discovery_network_length check (length(network) between 1 and 50),
    name text collate cmdb.by_name not null constraint discovery_network_name_length check (length(name) between 1 and 200),
    method text not null constraint discovery_network_method check (method in ('hosts', 'services')),
    every_hours integer constraint discovery_network_every check (every_hours between 1 and 8760),
    enabled boolean not null default true,
    next_scan_at timestamptz,
    command_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint discovery_network_key primary key (tenant_id, id),
    constraint discovery_network_device foreign key (tenant_id, device_id) references devices.devices (tenant_id, id) on delete cascade,
    constraint discovery_network_command foreign key (tenant_id, command_id) references commands.commands (tenant_id, id) on delete restrict,
    constraint discovery_network_taken unique (tenant_id, device_id, network)
);
create index discovery_network_by_name on cmdb.discovery_networks (tenant_id, name, id);
create index discovery_network_due on cmdb.discovery_networks (tenant_id, next_scan_at) where next_scan_at is not null;
create index discovery_network_by_command on cmdb.discovery_networks (tenant_id, command_id);

-- A look at a network. It comes in parts and counts when all of them are there, at `taken_at`.
create table cmdb.network_scans (
    tenant_id uuid not null,
    id uuid not null,
    network_id uuid not null,
    method text not null constraint network_scan_method check (method in ('hosts', 'services')),
    started_at timestamptz not null,
    ended_at timestamptz not null,
    complete boolean not null,
    parts integer not null constraint network_scan_parts check (parts between 1 and 4096),
    hosts integer not null default 0,
    new_hosts integer not null default 0,
    quiet_hosts integer not null default 0,
    taken_at timestamptz,
    constraint network_scan_key primary key (tenant_id, id),
    constraint network_scan_network foreign key (tenant_id, network_id) references cmdb.discovery_networks (tenant_id, id) on delete cascade,
    constraint network_scan_taken unique (tenant_id, network_id, started_at, method)
);
create index network_scan_by_started_at on cmdb.network_scans (tenant_id, started_at, id);

create table cmdb.network_scan_parts (
    tenant_id uuid not null,
    scan_id uuid not null,
    part integer not null,
    hosts jsonb not null,
    constraint network_scan_part_key primary key (tenant_id, scan_id, part),
    constraint network_scan_part_scan foreign key (tenant_id, scan_id) references cmdb.network_scans (tenant_id, id) on delete cascade
);

-- The hosts of a network as they were last seen. `ports` is null where nobody looked for them. `key` is the MAC address, or the address of a host that is not seen on the wire. A guess at
-- the operating system stays a guess: it has its accuracy in percent, and nothing is concluded from it alone.
create table cmdb.network_hosts (
    tenant_id uuid not null,
    network_id uuid not null,
    key text not null constraint network_host_key_length check (length(key) between 1 and 100),
    id uuid not null,
    address text collate cmdb.by_name not null,
    mac text,
    vendor text,
    hostname text,
    latency_ms double precision,
    ports jsonb,
    os_name text,
    os_accuracy integer constraint network_host_os_accuracy check (os_accuracy between 0 and 100),
    record_id uuid not null,
    ci_id uuid not null,
    first_seen_at timestamptz not null,
    seen_at timestamptz not null,
    quiet boolean not null default false,
    constraint network_host_key primary key (tenant_id, network_id, key),
    constraint network_host_network foreign key (tenant_id, network_id) references cmdb.discovery_networks (tenant_id, id) on delete cascade,
    constraint network_host_record foreign key (tenant_id, record_id, ci_id) references cmdb.records (tenant_id, id, ci_id)
        on update cascade on delete cascade
);
create index network_host_by_address on cmdb.network_hosts (tenant_id, network_id, address, id);
create index network_host_by_first_seen_at on cmdb.network_hosts (tenant_id, network_id, first_seen_at, id);
create index network_host_by_record on cmdb.network_hosts (tenant_id, record_id, ci_id);

do $$
declare
    name text;
begin
    foreach name in array array['inventories', 'inventory_sections', 'software_titles', 'installations', 'findings', 'discovery_networks',
                                'network_scans', 'network_scan_parts', 'network_hosts'] loop
        execute format('alter table cmdb.%I enable row level security', name);
        execute format('alter table cmdb.%I force row level security', name);
        execute format('create policy tenant on cmdb.%I
                          using (tenant_id::text = current_setting(''app.tenant_id'', true))
                          with check (tenant_id::text = current_setting(''app.tenant_id'', true))', name);
        execute format('grant select on cmdb.%I to monozu_app, monozu_jobs', name);
    end loop;
end
$$;
grant insert (tenant_id, device_id, created_at), update (asked_at) on cmdb.inventories to monozu_jobs;
grant insert (tenant_id, device_id, section, digest, items, changed_at, seen_at), update (digest, items, changed_at, seen_at)
    on cmdb.inventory_sections to monozu_jobs;
grant insert (tenant_id, id, manager, name, version, architecture, source, first_seen_at) on cmdb.software_titles to monozu_jobs;
grant insert (tenant_id, record_id, title_id, ci_id, first_seen_at), update (first_seen_at, removed_at) on cmdb.installations to monozu_jobs;
grant insert (tenant_id, record_id, section, key, id, ci_id, data, first_seen_at), update (data, first_seen_at, removed_at)
    on cmdb.findings to monozu_jobs;
grant insert (tenant_id, id, device_id, network, name, method, every_hours, enabled, next_scan_at, created_at, updated_at),
      update (name, method, every_hours, enabled, next_scan_at, command_id, updated_at, version), delete
    on cmdb.discovery_networks to monozu_app;
grant update (next_scan_at, command_id) on cmdb.discovery_networks to monozu_jobs;
grant insert (tenant_id, id, network_id, method, started_at, ended_at, complete, parts), update (hosts, new_hosts, quiet_hosts, taken_at)
    on cmdb.network_scans to monozu_jobs;
grant insert (tenant_id, scan_id, part, hosts), delete on cmdb.network_scan_parts to monozu_jobs;
grant insert (tenant_id, network_id, key, id, address, mac, vendor, hostname, latency_ms, ports, os_name, os_accuracy, record_id, ci_id,
              first_seen_at, seen_at, quiet),
      update (address, mac, vendor, hostname, latency_ms, ports, os_name, os_accuracy, seen_at, quiet)
    on cmdb.network_hosts to monozu_jobs;

-- The networks of all tenants whose scan is due, for the schedule; it takes each in its tenant's own transaction.
create function cmdb.discovery_due(at timestamptz, at_most integer) returns table (tenant_id uuid, id uuid)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select n.tenant_id, n.id
    from cmdb.discovery_networks n
    where n.next_scan_at <= discovery_due.at
    order by n.next_scan_at
    limit discovery_due.at_most
$$;

-- Forgets at most `at_most` rows of all tenants: what was removed from machines, and scans, before these times. Titles stay: they are few.
create function cmdb.purge_inventory(removed_before timestamptz, scans_before timestamptz, at_most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    tenant record;
    gone integer;
    total integer := 0;
begin
    for tenant in select t.id from licence.tenants t loop
        delete from cmdb.installations i
        where i.tenant_id = tenant.id
          and (i.record_id, i.title_id) in (select o.record_id, o.title_id from cmdb.installations o
                                            where o.tenant_id = tenant.id and o.removed_at < removed_before limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
        delete from cmdb.findings f
        where f.tenant_id = tenant.id
          and (f.record_id, f.section, f.key) in (select o.record_id, o.section, o.key from cmdb.findings o
                                                  where o.tenant_id = tenant.id and o.removed_at < removed_before limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
        delete from cmdb.network_scans s
        where s.tenant_id = tenant.id
          and s.id in (select o.id from cmdb.network_scans o
                       where o.tenant_id = tenant.id and o.started_at < scans_before limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
    end loop;
    return total;
end
$$;
revoke all on function cmdb.discovery_due(timestamptz, integer), cmdb.purge_inventory(timestamptz, timestamptz, integer) from public;
grant execute on function cmdb.discovery_due(timestamptz, integer), cmdb.purge_inventory(timestamptz, timestamptz, integer) to monozu_jobs;
grant select (tenant_id, id, next_scan_at) on cmdb.discovery_networks to monozu_lookup;
grant select (tenant_id, record_id, title_id, removed_at), delete on cmdb.installations to monozu_lookup;
grant select (tenant_id, record_id, section, key, removed_at), delete on cmdb.findings to monozu_lookup;
grant select (tenant_id, id, started_at), delete on cmdb.network_scans to monozu_lookup;
grant create on schema cmdb to monozu_lookup;
alter function cmdb.discovery_due(timestamptz, integer) owner to monozu_lookup;
alter function cmdb.purge_inventory(timestamptz, timestamptz, integer) owner to monozu_lookup;
revoke create on schema cmdb from monozu_lookup;
