-- The vendor's own database: one organization's staff, so there is no tenant to enter and no row-level security. What keeps it apart from the
-- Cloud is that nobody but Management connects to it.

create schema app;
grant usage on schema app to management_app;

-- Written by `migrate` alone, one row in each migration's own transaction.
create table app.migrations (
    number integer constraint migration_key primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
);

-- For /readyz: the number that a program compares with its own, without a right to read the table.
create function app.migration_current() returns integer
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select coalesce(max(number), 0) from app.migrations;
$$;
revoke all on function app.migration_current() from public;
grant execute on function app.migration_current() to management_app;

-- The answers that a repeated Idempotency-Key gets again; tenant_id is the nil UUID here.
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
create index idempotency_key_by_created_at on app.idempotency_keys (created_at);
grant select, delete on app.idempotency_keys to management_app;
grant insert (tenant_id, actor_id, key, operation, fingerprint) on app.idempotency_keys to management_app;
grant update (status, body) on app.idempotency_keys to management_app;

-- Who did what; append-only for whoever serves requests. What was acted on is target_id, most often a tenant.
create schema audit;
grant usage on schema audit to management_app;

create table audit.entries (
    id uuid not null constraint audit_entry_key primary key,
    tenant_id uuid,
    at timestamptz not null default now(),
    actor_kind text not null constraint audit_actor_kind check (actor_kind in ('user', 'service', 'system')),
    actor_id uuid,
    operation text not null,
    target_id uuid,
    request_id text,
    remote_address text,
    changes json
);
create index audit_entry_by_at on audit.entries (at, id);
create index audit_entry_by_target on audit.entries (target_id, at, id);
grant select on audit.entries to management_app;
grant insert (id, tenant_id, actor_kind, actor_id, operation, target_id, request_id, remote_address, changes) on audit.entries to management_app;
