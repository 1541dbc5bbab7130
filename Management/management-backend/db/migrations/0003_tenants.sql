-- The customers, and what each has licensed. The Cloud holds a copy of this and decides nothing of it.

create schema tenants;
grant usage on schema tenants to management_app;

-- `revision` grows with every change that the Cloud has to know of; `version` with every change at all. Of the owner's one-time link
-- only the hash is kept: the link itself is shown once.
create table tenants.tenants (
    id uuid not null constraint tenant_key primary key,
    name text not null constraint tenant_name_length check (length(name) between 1 and 200),
    owner_email text not null,
    status text not null constraint tenant_status check (status in ('pending', 'active', 'suspended')),
    revision bigint not null,
    setup_token_hash bytea constraint tenant_setup_token_hash_length check (length(setup_token_hash) = 32),
    setup_expires_at timestamptz,
    created_at timestamptz not null,
    version bigint not null default 1
);
create index tenant_by_created_at on tenants.tenants (created_at, id);
create index tenant_by_name on tenants.tenants (name, id);
grant select on tenants.tenants to management_app;
grant insert (id, name, owner_email, status, revision, setup_token_hash, setup_expires_at, created_at) on tenants.tenants to management_app;
grant update (status, revision, setup_token_hash, setup_expires_at, version) on tenants.tenants to management_app;

create schema licences;
grant usage on schema licences to management_app;

-- The licence in force, or the last one. What was before stands in the audit log.
create table licences.tenant_licenses (
    tenant_id uuid not null constraint tenant_license_key primary key
        constraint tenant_license_tenant references tenants.tenants (id) on delete cascade,
    plan text not null constraint tenant_license_plan_length check (length(plan) between 1 and 50),
    features text[] not null
        constraint tenant_license_features check (features <@ array['cmdb', 'itsm', 'security', 'vpn', 'backup']),
    limits json not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    activated_at timestamptz not null,
    constraint tenant_license_period check (valid_from < valid_until)
);
grant select on licences.tenant_licenses to management_app;
grant insert (tenant_id, plan, features, limits, valid_from, valid_until, activated_at) on licences.tenant_licenses to management_app;
grant update (plan, features, limits, valid_from, valid_until, activated_at) on licences.tenant_licenses to management_app;

-- The outbox. A push carries a tenant's whole state, so one row a tenant is enough: a newer change takes the place of one not delivered
-- yet. `delivery_id` is the webhook-id, the same for every attempt; `next_attempt_at` is pushed forward by whoever works on the row.
create table licences.pushes (
    tenant_id uuid not null constraint push_key primary key constraint push_tenant references tenants.tenants (id) on delete cascade,
    delivery_id uuid not null,
    attempts integer not null default 0,
    last_error text,
    next_attempt_at timestamptz not null,
    delivered_at timestamptz,
    created_at timestamptz not null
);
create index push_due on licences.pushes (next_attempt_at) where delivered_at is null;
grant select on licences.pushes to management_app;
grant insert (tenant_id, delivery_id, next_attempt_at, created_at) on licences.pushes to management_app;
grant update (delivery_id, attempts, last_error, next_attempt_at, delivered_at, created_at) on licences.pushes to management_app;

-- A tenant as the console shows it.
create view tenants.details as
select t.id, t.name, t.owner_email, t.status, t.created_at, t.version,
    l.plan, l.features, l.limits, l.valid_from, l.valid_until,
    p.attempts, p.last_error, p.next_attempt_at, p.delivered_at
from tenants.tenants t
left join licences.tenant_licenses l on l.tenant_id = t.id
left join licences.pushes p on p.tenant_id = t.id;
grant select on tenants.details to management_app;
