-- What needs somebody's eyes, from appliances and from outside programs.

create schema alerts;
grant usage on schema alerts to monozu_app, monozu_jobs, monozu_lookup;

-- An enum sorts by its order here, not by its letters.
create type alerts.severity as enum ('info', 'low', 'medium', 'high', 'critical');

-- The lengths keep one alert, as JSON, within the 8,000 bytes that a NOTIFY can carry; `detail` does not travel with it. `updated_at`
-- is also the time by which a connection that was away asks for what it missed.
create table alerts.alerts (
    tenant_id uuid not null,
    id uuid not null,
    severity alerts.severity not null,
    title text not null constraint alert_title_length check (length(title) between 1 and 200),
    source text not null constraint alert_source_length check (length(source) between 1 and 200),
    rule text constraint alert_rule_length check (length(rule) between 1 and 200),
    device_id uuid,
    detail json not null,
    status text not null default 'open' constraint alert_status check (status in ('open', 'acknowledged', 'closed')),
    occurred_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    closed_by uuid,
    closed_at timestamptz,
    close_reason text constraint alert_close_reason_length check (length(close_reason) between 1 and 2000),
    incident_id uuid,
    version bigint not null default 1,
    constraint alert_key primary key (tenant_id, id),
    constraint alert_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint alert_device foreign key (tenant_id, device_id) references devices.devices (tenant_id, id) on delete restrict
);
create index alert_by_created_at on alerts.alerts (tenant_id, created_at, id);
create index alert_by_occurred_at on alerts.alerts (tenant_id, occurred_at, id);
create index alert_by_severity on alerts.alerts (tenant_id, severity, id);
create index alert_by_updated_at on alerts.alerts (tenant_id, updated_at, id);
create index alert_by_device on alerts.alerts (tenant_id, device_id, created_at, id);
-- Most alerts are closed, and most questions are about the rest.
create index alert_open on alerts.alerts (tenant_id, severity) where status = 'open';

alter table alerts.alerts enable row level security;
alter table alerts.alerts force row level security;
create policy tenant on alerts.alerts
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on alerts.alerts to monozu_app, monozu_jobs;
grant insert (tenant_id, id, severity, title, source, rule, device_id, detail, occurred_at, created_at, updated_at)
    on alerts.alerts to monozu_app, monozu_jobs;
grant update (status, updated_at, acknowledged_by, acknowledged_at, closed_by, closed_at, close_reason, incident_id, version)
    on alerts.alerts to monozu_app;

-- An address at which an outside program may raise alerts. The secret verifies its signatures, so it is kept as it is; no statement of a
-- request can read it but webhook_by_id().
create table alerts.webhooks (
    tenant_id uuid not null,
    id uuid not null,
    name text not null constraint webhook_name_length check (length(name) between 1 and 200),
    secret text not null,
    created_by uuid,
    created_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    constraint webhook_key primary key (tenant_id, id),
    constraint webhook_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);
create index webhook_by_created_at on alerts.webhooks (tenant_id, created_at, id);
create index webhook_by_id on alerts.webhooks (id);
comment on index alerts.webhook_by_id is 'look-up before the tenant is known';

alter table alerts.webhooks enable row level security;
alter table alerts.webhooks force row level security;
create policy tenant on alerts.webhooks
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select (tenant_id, id, name, created_by, created_at, last_used_at, revoked_at) on alerts.webhooks to monozu_app;
grant insert (tenant_id, id, name, secret, created_by, created_at) on alerts.webhooks to monozu_app;
grant update (last_used_at, revoked_at) on alerts.webhooks to monozu_app;

-- The messages already taken, so that one sent again counts once. Kept for longer than a signature is good for.
create table alerts.webhook_deliveries (
    tenant_id uuid not null,
    webhook_id uuid not null,
    message_id text not null constraint webhook_delivery_message_id_length check (length(message_id) between 1 and 200),
    received_at timestamptz not null,
    constraint webhook_delivery_key primary key (tenant_id, webhook_id, message_id),
    constraint webhook_delivery_webhook foreign key (tenant_id, webhook_id) references alerts.webhooks (tenant_id, id) on delete cascade
);
create index webhook_delivery_by_received_at on alerts.webhook_deliveries (tenant_id, webhook_id, received_at);

alter table alerts.webhook_deliveries enable row level security;
alter table alerts.webhook_deliveries force row level security;
create policy tenant on alerts.webhook_deliveries
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on alerts.webhook_deliveries to monozu_app;
grant insert (tenant_id, webhook_id, message_id, received_at) on alerts.webhook_deliveries to monozu_app;

-- Whose webhook this is, and what verifies it.
create function alerts.webhook_by_id(webhook uuid)
    returns table (tenant_id uuid, name text, secret text, revoked boolean, tenant_active boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select w.tenant_id, w.name, w.secret, w.revoked_at is not null, t.status = 'active'
    from alerts.webhooks w
    join licence.tenants t on t.id = w.tenant_id
    where w.id = webhook
$$;

-- Forgets the deliveries of all tenants received before `before`, and returns how many.
create function alerts.purge_deliveries(before timestamptz) returns bigint
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with purged as (
        delete from alerts.webhook_deliveries d using alerts.webhooks w
        where d.tenant_id = w.tenant_id and d.webhook_id = w.id and d.received_at < before
        returning 1)
    select count(*) from purged
$$;

revoke all on function alerts.webhook_by_id(uuid), alerts.purge_deliveries(timestamptz) from public;
grant execute on function alerts.webhook_by_id(uuid) to monozu_app;
grant execute on function alerts.purge_deliveries(timestamptz) to monozu_jobs;

grant select (tenant_id, id, name, secret, revoked_at) on alerts.webhooks to monozu_lookup;
grant select (tenant_id, webhook_id, received_at), delete on alerts.webhook_deliveries to monozu_lookup;
grant create on schema alerts to monozu_lookup;
alter function alerts.webhook_by_id(uuid) owner to monozu_lookup;
alter function alerts.purge_deliveries(timestamptz) owner to monozu_lookup;
revoke create on schema alerts from monozu_lookup;
