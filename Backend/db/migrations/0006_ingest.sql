-- What appliances send, as they sent it. The Ingestor appends whole batches; a job of the Backend reads each batch once and turns it
-- into telemetry series, alerts and device state. The stored events stay until drop_partitions() takes their day away.

create schema ingest;
grant usage on schema ingest to monozu_ingest, monozu_jobs, monozu_app;

-- All events of a batch share received_at, so a batch lies in one partition: whoever reads one names tenant_id, batch_id and
-- received_at. There is no foreign key to the device, because it would cost more than the rest of the insert; the Ingestor has
-- looked the device up a moment ago. The column is json, not jsonb: it is written once and read once, and parsing it here would double
-- the price of a write.
create table ingest.ingest_events (
    tenant_id uuid not null,
    batch_id uuid not null,
    seq integer not null,
    device_id uuid not null,
    ts timestamptz not null,
    received_at timestamptz not null,
    kind text not null constraint ingest_event_kind check (kind in ('telemetry', 'log', 'security_alert', 'discovery', 'backup_event')),
    data json not null,
    constraint ingest_event_key primary key (tenant_id, batch_id, seq, received_at)
) partition by hash (tenant_id);

alter table ingest.ingest_events enable row level security;
alter table ingest.ingest_events force row level security;
create policy tenant on ingest.ingest_events
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant insert (tenant_id, batch_id, seq, device_id, ts, received_at, kind, data) on ingest.ingest_events to monozu_ingest;
grant select on ingest.ingest_events to monozu_jobs, monozu_app;

-- Days are made by ensure_partitions(); the default partitions take what comes while nobody has called it for days.
do $$
begin
    for remainder in 0..7 loop
        execute format('create table ingest.ingest_events_p%s partition of ingest.ingest_events
                        for values with (modulus 8, remainder %s) partition by range (received_at)', remainder, remainder);
        execute format('create table ingest.ingest_events_p%s_default partition of ingest.ingest_events_p%s default', remainder, remainder);
    end loop;
end
$$;

-- The backlog: one row for each batch that no job has turned into results yet, written together with its events. It spans tenants and
-- is a plain table, so that workers share it with `for update skip locked`. `attempts` is the workers' own note.
create table ingest.ingest_batches (
    id uuid primary key,
    tenant_id uuid not null,
    device_id uuid not null,
    event_count integer not null constraint ingest_batch_event_count check (event_count > 0),
    received_at timestamptz not null,
    attempts integer not null default 0
);
grant insert (id, tenant_id, device_id, event_count, received_at) on ingest.ingest_batches to monozu_ingest;
grant select, delete on ingest.ingest_batches to monozu_jobs;
grant update (attempts) on ingest.ingest_batches to monozu_jobs;

-- A batch that a device sent under a key. `fingerprint` is the SHA-256 of its body: the same key with another body is a mistake that
-- must not pass for a repetition.
create table ingest.idempotency_keys (
    tenant_id uuid not null,
    device_id uuid not null,
    key text not null constraint idempotency_key_length check (length(key) between 1 and 128),
    batch_id uuid not null,
    fingerprint bytea not null,
    received_at timestamptz not null,
    primary key (tenant_id, device_id, key)
);

alter table ingest.idempotency_keys enable row level security;
alter table ingest.idempotency_keys force row level security;
create policy tenant on ingest.idempotency_keys
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant insert (tenant_id, device_id, key, batch_id, fingerprint, received_at) on ingest.idempotency_keys to monozu_ingest;
grant select (tenant_id, device_id, key, batch_id, fingerprint) on ingest.idempotency_keys to monozu_ingest;

-- Makes the partitions of today and the `days_ahead` days after it (UTC) where they are missing, and returns how many it made. What
-- the default partition already holds of such a day moves over. The lock on the root comes first and alone: everybody
-- else takes it first too, so nobody can hold one partition while waiting for another.
create function ingest.ensure_partitions(days_ahead integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '5s'
as $$
declare
    made integer := 0;
    day date;
    parent text;
    name text;
begin
    for offset_days in 0..greatest(days_ahead, 0) loop
        day := current_date + offset_days;
        for remainder in 0..7 loop
            parent := format('ingest_events_p%s', remainder);
            name := format('%s_%s', parent, to_char(day, 'YYYYMMDD'));
            continue when to_regclass(format('ingest.%I', name)) is not null;
            if made = 0 then
                lock table only ingest.ingest_events in access exclusive mode;
                -- Another caller may have been quicker while this one waited.
                continue when to_regclass(format('ingest.%I', name)) is not null;
            end if;
            execute format('create table ingest.%I (like ingest.%I including all)', name, parent);
            execute format('with moved as (delete from ingest.%I where received_at >= %L and received_at < %L returning *)
                            insert into ingest.%I select * from moved',
                           parent || '_default', day::timestamptz, (day + 1)::timestamptz, name);
            execute format('alter table ingest.%I attach partition ingest.%I for values from (%L) to (%L)',
                           parent, name, day::timestamptz, (day + 1)::timestamptz);
            made := made + 1;
        end loop;
    end loop;
    return made;
end
$$;

-- Drops the partitions of the days that ended at least `older_than_days` ago, and returns how many. A day that still holds a batch of
-- the backlog stays, and so does every later one.
create function ingest.drop_partitions(older_than_days integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '5s'
as $$
declare
    keep_from timestamptz := least((current_date - greatest(older_than_days, 1))::timestamptz,
                                   (select min(received_at) from ingest.ingest_batches));
    dropped integer := 0;
    partition record;
begin
    for partition in
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'ingest' and c.relispartition and c.relname ~ '^ingest_events_p[0-7]_[0-9]{8}$'
          and to_date(right(c.relname, 8), 'YYYYMMDD') + 1 <= keep_from
        order by right(c.relname, 8), c.relname
    loop
        if dropped = 0 then
            lock table only ingest.ingest_events in access exclusive mode;
        end if;
        execute format('drop table if exists ingest.%I', partition.relname);
        dropped := dropped + 1;
    end loop;
    for remainder in 0..7 loop
        execute format('delete from ingest.%I where received_at < %L', format('ingest_events_p%s_default', remainder), keep_from);
    end loop;
    return dropped;
end
$$;

-- Forgets the idempotency keys of batches received longer than `keep` ago, in all tenants, and returns how many. A device that
-- repeats a batch after that has it counted again, so `keep` is to be longer than any appliance stays without a network.
create function ingest.purge_idempotency_keys(keep interval) returns bigint
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with purged as (delete from ingest.idempotency_keys where received_at < now() - keep returning 1)
    select count(*) from purged
$$;

revoke all on function ingest.ensure_partitions(integer), ingest.drop_partitions(integer), ingest.purge_idempotency_keys(interval) from public;
grant execute on function ingest.ensure_partitions(integer), ingest.drop_partitions(integer), ingest.purge_idempotency_keys(interval)
    to monozu_jobs;

-- Housekeeping spans tenants, which the owner cannot under forced row-level security.
grant usage on schema ingest to monozu_lookup;
grant select, delete on ingest.idempotency_keys to monozu_lookup;
grant create on schema ingest to monozu_lookup;
alter function ingest.purge_idempotency_keys(interval) owner to monozu_lookup;
revoke create on schema ingest from monozu_lookup;
