-- What every later migration rests on: who is asking, and which migrations there are.

create schema app;
grant usage on schema app to monozu_app, monozu_ingest, monozu_jobs, monozu_admin, monozu_lookup;

-- Enters a tenant for the rest of the transaction. Every policy compares tenant_id with app.tenant_id; nobody else sets it.
-- A null resets it to nothing, which matches no row. It is one expression that returns text, because PostgreSQL then inlines it into
-- the caller's plan: 50 us a request cheaper than a function of several statements that returns void.
create function app.enter(tenant uuid, actor uuid) returns text
language sql
as $$
    select set_config('app.tenant_id', coalesce(tenant::text, ''), true) || set_config('app.actor_id', coalesce(actor::text, ''), true)
$$;
revoke all on function app.enter(uuid, uuid) from public;
grant execute on function app.enter(uuid, uuid) to monozu_app, monozu_jobs, monozu_admin;

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
grant execute on function app.migration_current() to monozu_app, monozu_ingest, monozu_jobs, monozu_admin;
