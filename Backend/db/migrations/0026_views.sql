-- Views: what somebody set a list of the console to, kept under a name, for themselves or for everybody in the tenant.

create schema views;
grant usage on schema views to monozu_app;

-- `list` is which list of the console; `query` is {"<filter>": "<value>"} as the list has it in its address.
create table views.views (
    tenant_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    list text not null constraint view_list_form check (list ~ '^[a-z][a-z0-9-]{0,49}$'),
    name text not null constraint view_name_length check (length(name) between 1 and 80),
    query jsonb not null default '{}' constraint view_query_length check (length(query::text) <= 8000),
    columns text[] not null default '{}' constraint view_columns_most check (cardinality(columns) <= 100),
    shared boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint view_key primary key (tenant_id, id),
    constraint view_owner_is_member foreign key (tenant_id, owner_id) references identity.memberships (tenant_id, person_id) on delete cascade,
    constraint view_name_taken unique (tenant_id, owner_id, list, name)
);
create index view_by_list on views.views (tenant_id, list, name, id);
create index view_by_name on views.views (tenant_id, name, id);
alter table views.views enable row level security;
alter table views.views force row level security;
create policy tenant on views.views
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on views.views to monozu_app;
grant insert (tenant_id, id, owner_id, list, name, query, columns, shared, created_at, updated_at),
      update (name, query, columns, shared, updated_at, version) on views.views to monozu_app;
