-- Rights: roles of a tenant's own making, and the programs that act with keys.

-- A role that a tenant put together from the product's permissions. The built-in ones are part of the program and have no row.
create table identity.roles (
    tenant_id uuid not null,
    id uuid not null,
    -- Nobody takes it for a built-in role, however it is written.
    name text not null constraint role_name_length check (length(name) between 1 and 100)
        constraint role_name_reserved
            check (lower(btrim(name)) not in ('owner', 'admin', 'agent', 'security_analyst', 'auditor', 'custom', 'service', 'device', 'webhook')),
    description text not null default '' constraint role_description_length check (length(description) <= 500),
    permissions text[] not null,
    created_at timestamptz not null,
    version bigint not null default 1,
    constraint role_key primary key (tenant_id, id),
    constraint role_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);
create unique index role_name_taken on identity.roles (tenant_id, lower(name));

alter table identity.roles enable row level security;
alter table identity.roles force row level security;
create policy tenant on identity.roles
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on identity.roles to monozu_app;
grant insert (tenant_id, id, name, description, permissions, created_at) on identity.roles to monozu_app;
grant update (name, description, permissions, version) on identity.roles to monozu_app;

-- A membership's role is a built-in one by its name, or `custom` and a row of the table above.
alter table identity.memberships
    drop constraint membership_role,
    add column role_id uuid,
    add constraint membership_role check (role in ('owner', 'admin', 'agent', 'security_analyst', 'auditor', 'custom')),
    add constraint membership_role_is_named check ((role = 'custom') = (role_id is not null)),
    add constraint membership_role_exists foreign key (tenant_id, role_id) references identity.roles (tenant_id, id) on delete restrict;
create index membership_by_role on identity.memberships (tenant_id, role_id);
grant insert (role_id), update (role_id) on identity.memberships to monozu_app;

-- A program that uses the API on the tenant's behalf. What it may at most is a role, or permissions of its own; never that of an owner.
create table identity.service_accounts (
    tenant_id uuid not null,
    id uuid not null,
    name text not null constraint service_account_name_length check (length(name) between 1 and 100),
    purpose text not null default '' constraint service_account_purpose_length check (length(purpose) <= 500),
    role text constraint service_account_role check (role in ('admin', 'agent', 'security_analyst', 'auditor', 'custom')),
    role_id uuid,
    permissions text[] not null default '{}',
    active boolean not null default true,
    created_by uuid,
    created_at timestamptz not null,
    version bigint not null default 1,
    constraint service_account_key primary key (tenant_id, id),
    constraint service_account_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint service_account_role_exists foreign key (tenant_id, role_id) references identity.roles (tenant_id, id) on delete restrict,
    constraint service_account_role_is_named check (coalesce(role = 'custom', false) = (role_id is not null)),
    constraint service_account_has_one_source check (role is null or permissions = '{}')
);
create unique index service_account_name_taken on identity.service_accounts (tenant_id, lower(name));
create index service_account_by_role on identity.service_accounts (tenant_id, role_id);
create index service_account_by_created_at on identity.service_accounts (tenant_id, created_at, id);

alter table identity.service_accounts enable row level security;
alter table identity.service_accounts force row level security;
create policy tenant on identity.service_accounts
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on identity.service_accounts to monozu_app;
grant insert (tenant_id, id, name, purpose, role, role_id, permissions, created_by, created_at) on identity.service_accounts to monozu_app;
grant update (name, purpose, role, role_id, permissions, active, version) on identity.service_accounts to monozu_app;

-- A service account's credential. The key names its tenant, so its hash is looked up inside that tenant; `hint` is what a person
-- recognises it by. A rotated key says which one takes its place and expires with the overlap.
create table identity.api_keys (
    tenant_id uuid not null,
    id uuid not null,
    service_account_id uuid not null,
    name text not null constraint api_key_name_length check (length(name) between 1 and 100),
    hint text not null,
    key_hash bytea not null constraint api_key_hash_length check (length(key_hash) = 32),
    scopes text[] not null constraint api_key_has_scopes check (cardinality(scopes) > 0),
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    last_used_address text,
    revoked_at timestamptz,
    replaced_by uuid,
    constraint api_key_key primary key (tenant_id, id),
    constraint api_key_hash_taken unique (tenant_id, key_hash),
    constraint api_key_service_account foreign key (tenant_id, service_account_id)
        references identity.service_accounts (tenant_id, id) on delete restrict,
    constraint api_key_replacement foreign key (tenant_id, replaced_by) references identity.api_keys (tenant_id, id) on delete restrict
);
create index api_key_by_service_account on identity.api_keys (tenant_id, service_account_id);
create index api_key_by_created_at on identity.api_keys (tenant_id, created_at, id);

alter table identity.api_keys enable row level security;
alter table identity.api_keys force row level security;
create policy tenant on identity.api_keys
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on identity.api_keys to monozu_app;
grant insert (tenant_id, id, service_account_id, name, hint, key_hash, scopes, created_by, created_at, expires_at)
    on identity.api_keys to monozu_app;
grant update (expires_at, last_used_at, last_used_address, revoked_at, replaced_by) on identity.api_keys to monozu_app;

-- When and by whom a provisioning key was used last, and which key takes its place.
alter table devices.provisioning_keys
    add column last_used_at timestamptz,
    add column last_used_address text,
    add column last_device_id uuid,
    add column replaced_by uuid,
    add constraint provisioning_key_last_device foreign key (tenant_id, last_device_id)
        references devices.devices (tenant_id, id) on delete restrict,
    add constraint provisioning_key_replacement foreign key (tenant_id, replaced_by)
        references devices.provisioning_keys (tenant_id, id) on delete restrict;
grant update (expires_at, last_used_at, last_used_address, last_device_id, replaced_by) on devices.provisioning_keys to monozu_app;
