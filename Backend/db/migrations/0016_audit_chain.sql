-- What became of each entry, and a hash chain for each tenant, so that an entry that is changed, removed, put elsewhere or slipped in is
-- found. Requests go on writing entries without waiting for each other; a job seals them shortly after, in the order of their ids.

alter table audit.entries
    add column outcome text not null default 'done' constraint audit_outcome check (outcome in ('done', 'refused', 'failed')),
    drop constraint audit_actor_kind,
    add constraint audit_actor_kind check (actor_kind in ('anonymous', 'user', 'device', 'webhook', 'service', 'system'));
grant insert (outcome) on audit.entries to monozu_app, monozu_jobs;
grant select on audit.entries to monozu_jobs;
create index audit_entry_by_target on audit.entries (tenant_id, target_id, at, id);
create index audit_entry_by_address on audit.entries (tenant_id, remote_address, at, id);
create index audit_entry_by_request on audit.entries (tenant_id, request_id, at, id);
create index audit_entry_by_outcome on audit.entries (tenant_id, outcome, at, id);

-- Entries that wait to be sealed, written with them. A work queue across tenants, which no request reads; an entry that is gone while it
-- still stands here was removed before it was sealed.
create table audit.unsealed (
    tenant_id uuid not null,
    entry_id uuid not null,
    at timestamptz not null default now(),
    constraint audit_unsealed_key primary key (tenant_id, entry_id)
);
grant insert (tenant_id, entry_id) on audit.unsealed to monozu_app, monozu_jobs;
grant select, delete on audit.unsealed to monozu_jobs;

-- The chain: `hash` covers the hash before it, `seq`, `sealed_at` and every column of the entry. Nobody may change or delete a link but
-- audit.forget().
create table audit.links (
    tenant_id uuid not null,
    seq bigint not null,
    entry_id uuid not null,
    hash bytea not null constraint audit_link_hash_length check (length(hash) = 32),
    sealed_at timestamptz not null,
    constraint audit_link_key primary key (tenant_id, seq),
    constraint audit_link_entry_taken unique (tenant_id, entry_id)
);
alter table audit.links enable row level security;
alter table audit.links force row level security;
create policy tenant on audit.links
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert on audit.links to monozu_jobs;

-- Both ends of a chain. `base` is where it begins since retention removed what was before. `mac` is over all the rest under the service's
-- data key, which the database does not have: whoever only has SQL cannot make an end that fits another chain.
create table audit.heads (
    tenant_id uuid not null,
    seq bigint not null,
    hash bytea not null,
    base_seq bigint not null,
    base_hash bytea not null,
    removed bigint not null,
    removed_until timestamptz,
    mac bytea not null,
    constraint audit_head_key primary key (tenant_id)
);
alter table audit.heads enable row level security;
alter table audit.heads force row level security;
create policy tenant on audit.heads
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert on audit.heads to monozu_jobs;
grant update (seq, hash, base_seq, base_hash, removed, removed_until, mac) on audit.heads to monozu_jobs;
grant select (tenant_id, seq, removed, removed_until) on audit.heads to monozu_app;

-- How far the job has checked a chain in the pass under way (`next_`), and what the last whole pass found.
create table audit.verifications (
    tenant_id uuid not null,
    next_seq bigint not null,
    next_hash bytea not null,
    counted bigint not null,
    checked bigint,
    finished_at timestamptz,
    fault text,
    fault_seq bigint,
    fault_entry uuid,
    fault_detail text,
    constraint audit_verification_key primary key (tenant_id)
);
alter table audit.verifications enable row level security;
alter table audit.verifications force row level security;
create policy tenant on audit.verifications
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert on audit.verifications to monozu_jobs;
grant update (next_seq, next_hash, counted, checked, finished_at, fault, fault_seq, fault_entry, fault_detail)
    on audit.verifications to monozu_jobs;
grant select on audit.verifications to monozu_app;

-- How long a tenant keeps its entries, where it has said so.
create table audit.retention (
    tenant_id uuid not null,
    days integer not null constraint audit_retention_days check (days between 90 and 3650),
    version bigint not null default 1,
    constraint audit_retention_key primary key (tenant_id),
    constraint audit_retention_tenant foreign key (tenant_id) references licence.tenants (id) on delete cascade
);
alter table audit.retention enable row level security;
alter table audit.retention force row level security;
create policy tenant on audit.retention
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on audit.retention to monozu_app, monozu_jobs;
grant insert (tenant_id, days), update (days, version) on audit.retention to monozu_app;

-- Every tenant whose chain was last checked as a whole before `checked_before`, the longest unchecked first.
create function audit.chains(checked_before timestamptz) returns table (tenant_id uuid)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select t.id
    from licence.tenants t
    left join audit.verifications v on v.tenant_id = t.id
    where v.finished_at is null or v.finished_at < checked_before
    order by v.finished_at nulls first, t.id
$$;

-- Removes a tenant's entries and links up to `through` and returns how many; but never one that is younger than the tenant's period.
create function audit.forget(tenant uuid, through bigint, default_days integer) returns bigint
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with kept as (
        select now() - make_interval(days => greatest(90, coalesce(max(r.days), default_days))) as since
        from audit.retention r
        where r.tenant_id = tenant),
    old as (
        select l.seq, l.entry_id
        from audit.links l
        join audit.entries e on e.tenant_id = l.tenant_id and e.id = l.entry_id
        cross join kept
        where l.tenant_id = tenant and l.seq <= through and e.at < kept.since),
    links as (
        delete from audit.links l using old where l.tenant_id = tenant and l.seq = old.seq),
    entries as (
        delete from audit.entries e using old where e.tenant_id = tenant and e.id = old.entry_id returning 1)
    select count(*) from entries
$$;

revoke all on function audit.chains(timestamptz), audit.forget(uuid, bigint, integer) from public;
grant execute on function audit.chains(timestamptz), audit.forget(uuid, bigint, integer) to monozu_jobs;

grant usage, create on schema audit to monozu_lookup;
grant select, delete on audit.entries, audit.links to monozu_lookup;
grant select on audit.verifications, audit.retention to monozu_lookup;
alter function audit.chains(timestamptz) owner to monozu_lookup;
alter function audit.forget(uuid, bigint, integer) owner to monozu_lookup;
revoke create on schema audit from monozu_lookup;

-- What was written before there was a chain is sealed like the rest. The owner itself sees no tenant's rows.
grant insert on audit.unsealed to monozu_lookup;
set local role monozu_lookup;
insert into audit.unsealed (tenant_id, entry_id) select tenant_id, id from audit.entries;
reset role;
revoke insert on audit.unsealed from monozu_lookup;

-- From where a key has been used, the newest last: its first use from an address is worth a line in the log, the next ones are not.
alter table devices.device_keys add column addresses text[] not null default '{}';
grant select (addresses), update (addresses) on devices.device_keys to monozu_app;

-- As before, with the key itself and the addresses that it was used from.
create function devices.device_by_key(hash bytea)
    returns table (tenant_id uuid, device_id uuid, key_id uuid, revoked boolean, tenant_active boolean, addresses text[])
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select found.tenant_id, found.device_id, k.id, found.revoked, found.tenant_active, k.addresses
    from devices.device_by_key_hash(hash) as found
    join devices.device_keys k on k.tenant_id = found.tenant_id and k.device_id = found.device_id and k.key_hash = hash
$$;
revoke all on function devices.device_by_key(bytea) from public;
grant execute on function devices.device_by_key(bytea) to monozu_app;
grant select (id, addresses) on devices.device_keys to monozu_lookup;
grant create on schema devices to monozu_lookup;
alter function devices.device_by_key(bytea) owner to monozu_lookup;
revoke create on schema devices from monozu_lookup;
