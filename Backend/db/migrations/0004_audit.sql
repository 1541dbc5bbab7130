-- Who did what: one row for every request that changed something, written in that request's own transaction.

create schema audit;
grant usage on schema audit to monozu_app, monozu_jobs;

-- Append-only for everybody who serves requests. What the service does for itself outside of any tenant goes to its log instead, so
-- every row belongs to a tenant and its auditors see it.
create table audit.entries (
    tenant_id uuid not null,
    id uuid not null,
    at timestamptz not null default now(),
    actor_kind text not null constraint audit_actor_kind check (actor_kind in ('user', 'device', 'webhook', 'service', 'system')),
    actor_id uuid,
    operation text not null,
    target_id uuid,
    request_id text,
    remote_address text,
    changes json,
    constraint audit_entry_key primary key (tenant_id, id)
);
create index audit_entry_by_at on audit.entries (tenant_id, at, id);
create index audit_entry_by_operation on audit.entries (tenant_id, operation, at, id);
create index audit_entry_by_actor on audit.entries (tenant_id, actor_id, at, id);

alter table audit.entries enable row level security;
alter table audit.entries force row level security;
create policy tenant on audit.entries
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on audit.entries to monozu_app;
grant insert (tenant_id, id, actor_kind, actor_id, operation, target_id, request_id, remote_address, changes)
    on audit.entries to monozu_app, monozu_jobs;

-- The answers that a repeated Idempotency-Key gets again. `status` and `body` are empty only inside the first request's transaction.
create table app.idempotency_keys (
    tenant_id uuid not null,
    actor_id uuid not null,
    key text not null constraint idempotency_key_length check (length(key) between 1 and 255),
    operation text not null,
    fingerprint bytea not null,
    status integer,
    body text,
    created_at timestamptz not null default now(),
    constraint idempotency_key_key primary key (tenant_id, actor_id, key, operation)
);

alter table app.idempotency_keys enable row level security;
alter table app.idempotency_keys force row level security;
create policy tenant on app.idempotency_keys
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on app.idempotency_keys to monozu_app;
grant insert (tenant_id, actor_id, key, operation, fingerprint) on app.idempotency_keys to monozu_app;
grant update (status, body) on app.idempotency_keys to monozu_app;

-- Forgets answers given longer than `keep` ago, in all tenants, and returns how many.
create function app.purge_idempotency_keys(keep interval) returns bigint
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with purged as (delete from app.idempotency_keys where created_at < now() - keep returning 1)
    select count(*) from purged
$$;
revoke all on function app.purge_idempotency_keys(interval) from public;
grant execute on function app.purge_idempotency_keys(interval) to monozu_jobs;

grant usage on schema app to monozu_lookup;
grant select, delete on app.idempotency_keys to monozu_lookup;
grant create on schema app to monozu_lookup;
alter function app.purge_idempotency_keys(interval) owner to monozu_lookup;
revoke create on schema app from monozu_lookup;
