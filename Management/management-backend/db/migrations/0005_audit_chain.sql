-- What became of each entry, and a hash chain over all of them, as in the Cloud. There are no tenants here, so there is one chain, that of
-- the nil uuid.

alter table audit.entries
    add column outcome text not null default 'done' constraint audit_outcome check (outcome in ('done', 'refused', 'failed')),
    drop constraint audit_actor_kind,
    add constraint audit_actor_kind check (actor_kind in ('anonymous', 'user', 'service', 'system'));
update audit.entries set tenant_id = '00000000-0000-0000-0000-000000000000' where tenant_id is null;
alter table audit.entries
    alter column tenant_id set default '00000000-0000-0000-0000-000000000000',
    alter column tenant_id set not null;
grant insert (outcome) on audit.entries to management_app;

-- Entries that wait to be sealed, written with them.
create table audit.unsealed (
    tenant_id uuid not null,
    entry_id uuid not null,
    at timestamptz not null default now(),
    constraint audit_unsealed_key primary key (tenant_id, entry_id)
);
grant select, delete, insert (tenant_id, entry_id) on audit.unsealed to management_app;

-- The chain: `hash` covers the hash before it, `seq`, `sealed_at` and every column of the entry.
create table audit.links (
    tenant_id uuid not null,
    seq bigint not null,
    entry_id uuid not null,
    hash bytea not null constraint audit_link_hash_length check (length(hash) = 32),
    sealed_at timestamptz not null,
    constraint audit_link_key primary key (tenant_id, seq),
    constraint audit_link_entry_taken unique (tenant_id, entry_id)
);
grant select, insert on audit.links to management_app;

-- Both ends of the chain; `mac` is over all the rest under the service's data key, which the database does not have.
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
grant select, insert on audit.heads to management_app;
grant update (seq, hash, base_seq, base_hash, removed, removed_until, mac) on audit.heads to management_app;

-- How far the job has checked the chain in the pass under way (`next_`), and what the last whole pass found.
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
grant select, insert on audit.verifications to management_app;
grant update (next_seq, next_hash, counted, checked, finished_at, fault, fault_seq, fault_entry, fault_detail)
    on audit.verifications to management_app;

create function audit.chains(checked_before timestamptz) returns table (tenant_id uuid)
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select nil.tenant_id
    from (values ('00000000-0000-0000-0000-000000000000'::uuid)) as nil (tenant_id)
    where not exists (select from audit.verifications v where v.tenant_id = nil.tenant_id and v.finished_at >= checked_before)
$$;
grant execute on function audit.chains(timestamptz) to management_app;

insert into audit.unsealed (tenant_id, entry_id) select tenant_id, id from audit.entries;
