-- Interruptions of a service, from the first report to the closed ticket.

create schema itsm;
grant usage on schema itsm to monozu_app;

-- An enum sorts by its order here, not by its letters.
create type itsm.priority as enum ('low', 'medium', 'high', 'critical');

-- The number last given out in each tenant. Raised under its row's lock in the transaction that creates the incident, so a tenant's
-- numbers have no gaps and no doubles.
create table itsm.incident_counters (
    tenant_id uuid not null,
    last_number bigint not null,
    constraint incident_counter_key primary key (tenant_id)
);

alter table itsm.incident_counters enable row level security;
alter table itsm.incident_counters force row level security;
create policy tenant on itsm.incident_counters
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, insert (tenant_id, last_number), update (last_number) on itsm.incident_counters to monozu_app;

create table itsm.incidents (
    tenant_id uuid not null,
    id uuid not null,
    number text not null,
    title text not null constraint incident_title_length check (length(title) between 1 and 200),
    description text not null default '' constraint incident_description_length check (length(description) <= 20000),
    status text not null default 'open' constraint incident_status check (status in ('open', 'in_progress', 'resolved', 'closed')),
    impact text not null constraint incident_impact check (impact in ('low', 'medium', 'high')),
    urgency text not null constraint incident_urgency check (urgency in ('low', 'medium', 'high')),
    priority itsm.priority not null,
    assignee_id uuid,
    reporter_id uuid,
    alert_id uuid,
    resolution text constraint incident_resolution_length check (length(resolution) between 1 and 20000),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    resolved_at timestamptz,
    closed_at timestamptz,
    version bigint not null default 1,
    constraint incident_key primary key (tenant_id, id),
    constraint incident_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint incident_number_taken unique (tenant_id, number),
    constraint incident_assignee_is_member foreign key (tenant_id, assignee_id)
        references identity.memberships (tenant_id, person_id) on delete restrict,
    constraint incident_reporter_is_member foreign key (tenant_id, reporter_id)
        references identity.memberships (tenant_id, person_id) on delete restrict,
    constraint incident_alert foreign key (tenant_id, alert_id) references alerts.alerts (tenant_id, id) on delete restrict,
    constraint incident_alert_taken unique (tenant_id, alert_id)
);
create index incident_by_created_at on itsm.incidents (tenant_id, created_at, id);
create index incident_by_updated_at on itsm.incidents (tenant_id, updated_at, id);
create index incident_by_priority on itsm.incidents (tenant_id, priority, id);
create index incident_by_assignee on itsm.incidents (tenant_id, assignee_id, created_at, id);
-- Most incidents are over, and most questions are about the rest.
create index incident_unfinished on itsm.incidents (tenant_id, priority, assignee_id) where status in ('open', 'in_progress');

alter table itsm.incidents enable row level security;
alter table itsm.incidents force row level security;
create policy tenant on itsm.incidents
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on itsm.incidents to monozu_app;
grant insert (tenant_id, id, number, title, description, impact, urgency, priority, reporter_id, alert_id, created_at, updated_at)
    on itsm.incidents to monozu_app;
grant update (title, description, status, impact, urgency, priority, assignee_id, resolution, updated_at, resolved_at, closed_at, version)
    on itsm.incidents to monozu_app;

alter table alerts.alerts add constraint alert_incident foreign key (tenant_id, incident_id)
    references itsm.incidents (tenant_id, id) on delete restrict;

-- What happened to an incident: one row for each change, written in the change's own transaction and never altered. `changes` is
-- {"<field>": {"from": .., "to": ..}}.
create table itsm.timeline (
    tenant_id uuid not null,
    incident_id uuid not null,
    id uuid not null,
    kind text not null
        constraint timeline_kind check (kind in ('created', 'comment', 'changed', 'assigned', 'resolved', 'closed', 'reopened')),
    actor_id uuid,
    at timestamptz not null,
    body text constraint timeline_body_length check (length(body) between 1 and 20000),
    changes json,
    constraint timeline_key primary key (tenant_id, incident_id, id),
    constraint timeline_incident foreign key (tenant_id, incident_id) references itsm.incidents (tenant_id, id) on delete cascade
);
create index timeline_by_at on itsm.timeline (tenant_id, incident_id, at, id);

alter table itsm.timeline enable row level security;
alter table itsm.timeline force row level security;
create policy tenant on itsm.timeline
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on itsm.timeline to monozu_app;
grant insert (tenant_id, incident_id, id, kind, actor_id, at, body, changes) on itsm.timeline to monozu_app;
