-- What Management has said of each tenant: who it is and what it may use. Nothing here is ever decided in the Cloud.

create schema licence;
grant usage on schema licence to monozu_app, monozu_ingest, monozu_jobs, monozu_lookup;

-- `revision` grows with every change in Management; an older document than the one held is ignored.
create table licence.tenants (
    id uuid not null,
    name text not null constraint tenant_name_length check (length(name) between 1 and 200),
    status text not null constraint tenant_status check (status in ('pending', 'active', 'suspended')),
    revision bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint tenant_key primary key (id)
);

alter table licence.tenants enable row level security;
alter table licence.tenants force row level security;
create policy tenant on licence.tenants
  using (id::text = current_setting('app.tenant_id', true))
  with check (id::text = current_setting('app.tenant_id', true));
grant select on licence.tenants to monozu_app;
grant insert (id, name, status, revision, created_at, updated_at) on licence.tenants to monozu_app;
grant update (name, status, revision, updated_at) on licence.tenants to monozu_app;

-- At most one licence a tenant: the one in force, or the one that has run out. Its history is Management's.
create table licence.tenant_licenses (
    tenant_id uuid not null,
    plan text not null constraint tenant_license_plan_length check (length(plan) between 1 and 50),
    limits json not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    applied_at timestamptz not null,
    constraint tenant_license_key primary key (tenant_id),
    constraint tenant_license_tenant foreign key (tenant_id) references licence.tenants (id) on delete cascade
);

alter table licence.tenant_licenses enable row level security;
alter table licence.tenant_licenses force row level security;
create policy tenant on licence.tenant_licenses
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on licence.tenant_licenses to monozu_app;
grant insert (tenant_id, plan, limits, valid_from, valid_until, applied_at) on licence.tenant_licenses to monozu_app;
grant update (plan, limits, valid_from, valid_until, applied_at) on licence.tenant_licenses to monozu_app;

-- A row means that the module is licensed.
create table licence.tenant_features (
    tenant_id uuid not null,
    feature text not null constraint tenant_feature_known check (feature in ('cmdb', 'itsm', 'security', 'vpn', 'backup')),
    constraint tenant_feature_key primary key (tenant_id, feature),
    constraint tenant_feature_tenant foreign key (tenant_id) references licence.tenants (id) on delete cascade
);

alter table licence.tenant_features enable row level security;
alter table licence.tenant_features force row level security;
create policy tenant on licence.tenant_features
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert, delete on licence.tenant_features to monozu_app;

-- The ids of signed pushes already carried out, kept for longer than a signature is accepted, so that a replay changes nothing.
create table licence.push_receipts (
    tenant_id uuid not null,
    webhook_id text not null,
    received_at timestamptz not null,
    constraint push_receipt_key primary key (tenant_id, webhook_id)
);

alter table licence.push_receipts enable row level security;
alter table licence.push_receipts force row level security;
create policy tenant on licence.push_receipts
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert, delete on licence.push_receipts to monozu_app;

-- Whom the puller asks Management about. The ids alone leave here; each tenant's data is touched inside that tenant only.
create function licence.tenant_ids() returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select id from licence.tenants
$$;
revoke all on function licence.tenant_ids() from public;
grant execute on function licence.tenant_ids() to monozu_app, monozu_jobs;

grant select on licence.tenants, licence.tenant_licenses to monozu_lookup;
grant create on schema licence to monozu_lookup;
alter function licence.tenant_ids() owner to monozu_lookup;
revoke create on schema licence from monozu_lookup;
