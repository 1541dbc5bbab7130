-- What a tenant's directory says by SCIM of its people and groups.

create schema scim;
grant usage on schema scim to monozu_app;

-- A person whom the directory has brought, as it describes them. What they may do here is in their membership.
create table scim.users (
    tenant_id uuid not null,
    person_id uuid not null,
    user_name text not null constraint scim_user_name_length check (length(user_name) between 1 and 256),
    external_id text constraint scim_user_external_id_length check (length(external_id) <= 256),
    given_name text,
    family_name text,
    formatted text,
    display_name text,
    email text not null,
    active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint scim_user_key primary key (tenant_id, person_id),
    constraint scim_user_membership foreign key (tenant_id, person_id) references identity.memberships (tenant_id, person_id) on delete cascade
);
create unique index scim_user_name_taken on scim.users (tenant_id, lower(user_name));
create unique index scim_user_email_taken on scim.users (tenant_id, email);
create index scim_user_by_created_at on scim.users (tenant_id, created_at, person_id);
create index scim_user_by_external_id on scim.users (tenant_id, external_id);

alter table scim.users enable row level security;
alter table scim.users force row level security;
create policy tenant on scim.users
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on scim.users to monozu_app;
grant insert (tenant_id, person_id, user_name, external_id, given_name, family_name, formatted, display_name, email, active, created_at,
              updated_at) on scim.users to monozu_app;
grant update (user_name, external_id, given_name, family_name, formatted, display_name, email, active, updated_at) on scim.users to monozu_app;

-- A group of the directory. Where an administrator maps it to a role, `rank` says which of a person's mapped groups decides: the lowest.
create table scim.groups (
    tenant_id uuid not null,
    id uuid not null,
    display_name text not null constraint scim_group_display_name_length check (length(display_name) between 1 and 256),
    external_id text constraint scim_group_external_id_length check (length(external_id) <= 256),
    role text constraint scim_group_role check (role in ('admin', 'agent', 'security_analyst', 'auditor', 'custom')),
    role_id uuid,
    rank integer,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint scim_group_key primary key (tenant_id, id),
    constraint scim_group_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint scim_group_role_exists foreign key (tenant_id, role_id) references identity.roles (tenant_id, id) on delete restrict,
    constraint scim_group_role_is_named check (coalesce(role = 'custom', false) = (role_id is not null)),
    constraint scim_group_role_has_rank check ((role is null) = (rank is null))
);
create unique index scim_group_name_taken on scim.groups (tenant_id, lower(display_name));
create index scim_group_by_created_at on scim.groups (tenant_id, created_at, id);
create index scim_group_by_role on scim.groups (tenant_id, role_id);

alter table scim.groups enable row level security;
alter table scim.groups force row level security;
create policy tenant on scim.groups
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on scim.groups to monozu_app;
grant insert (tenant_id, id, display_name, external_id, created_at, updated_at) on scim.groups to monozu_app;
grant update (display_name, external_id, role, role_id, rank, updated_at) on scim.groups to monozu_app;

create table scim.members (
    tenant_id uuid not null,
    group_id uuid not null,
    person_id uuid not null,
    constraint scim_member_key primary key (tenant_id, group_id, person_id),
    constraint scim_member_group foreign key (tenant_id, group_id) references scim.groups (tenant_id, id) on delete cascade,
    constraint scim_member_user foreign key (tenant_id, person_id) references scim.users (tenant_id, person_id) on delete cascade
);
create index scim_member_by_person on scim.members (tenant_id, person_id);

alter table scim.members enable row level security;
alter table scim.members force row level security;
create policy tenant on scim.members
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert, delete on scim.members to monozu_app;

-- The role of whoever is in no mapped group; without a row, auditor.
create table scim.settings (
    tenant_id uuid not null,
    default_role text not null
        constraint scim_default_role check (default_role in ('admin', 'agent', 'security_analyst', 'auditor', 'custom')),
    default_role_id uuid,
    constraint scim_settings_key primary key (tenant_id),
    constraint scim_settings_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint scim_default_role_exists foreign key (tenant_id, default_role_id) references identity.roles (tenant_id, id) on delete restrict,
    constraint scim_default_role_is_named check ((default_role = 'custom') = (default_role_id is not null))
);

alter table scim.settings enable row level security;
alter table scim.settings force row level security;
create policy tenant on scim.settings
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on scim.settings to monozu_app;
grant insert (tenant_id, default_role, default_role_id), update (default_role, default_role_id) on scim.settings to monozu_app;

-- What the directory asked for and did not get, until it succeeds: it asks again on its own, and an administrator sees why it fails.
create table scim.failures (
    tenant_id uuid not null,
    operation text not null,
    subject text not null constraint scim_failure_subject_length check (length(subject) <= 300),
    status integer not null,
    detail text not null,
    times bigint not null default 1,
    at timestamptz not null,
    constraint scim_failure_key primary key (tenant_id, operation, subject),
    constraint scim_failure_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);
create index scim_failure_by_at on scim.failures (tenant_id, at);

alter table scim.failures enable row level security;
alter table scim.failures force row level security;
create policy tenant on scim.failures
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on scim.failures to monozu_app;
grant insert (tenant_id, operation, subject, status, detail, at), update (status, detail, times, at) on scim.failures to monozu_app;
