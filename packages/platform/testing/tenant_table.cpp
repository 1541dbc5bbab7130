#include "testing/tenant_table.hpp"

namespace mz::testing {
namespace {

constexpr std::array<pg::Migration, 2> migrations{{
    {1, "base", R"sql(
create schema app;
grant usage on schema app to monozu_app, monozu_jobs;
create function app.enter(tenant uuid, actor uuid) returns text
language sql
as $$
    select set_config('app.tenant_id', coalesce(tenant::text, ''), true) || set_config('app.actor_id', coalesce(actor::text, ''), true)
$$;
create table app.migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
);
)sql",
     "testing-base-1"},
    {2, "things", R"sql(
create table app.things (
    tenant_id uuid not null,
    id uuid not null,
    title text not null,
    constraint thing_key primary key (tenant_id, id),
    constraint thing_title_taken unique (tenant_id, title)
);
alter table app.things enable row level security;
alter table app.things force row level security;
create policy tenant on app.things
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert, update, delete on app.things to monozu_app;

-- For asserting: every tenant's rows, as one who stands outside of row-level security sees them.
create function app.things_everywhere() returns setof app.things
language sql security definer
as $$ select * from app.things $$;
grant create on schema app to monozu_lookup;
alter function app.things_everywhere() owner to monozu_lookup;
grant usage on schema app to monozu_lookup;
grant select on app.things to monozu_lookup;
)sql",
     "testing-things-1"},
}};

}  // namespace

std::span<pg::Migration const> tenant_table_migrations() { return migrations; }

}  // namespace mz::testing
