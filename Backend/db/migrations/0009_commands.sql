-- What a tenant asks its appliances to do. A command waits until its device polls, and is given out again while no result came; the
-- device runs an id once. `expired` is not stored: it follows from the time.

create schema commands;
grant usage on schema commands to monozu_app;

create table commands.commands (
    tenant_id uuid not null,
    id uuid not null,
    device_id uuid not null,
    command text not null constraint command_name check (command in ('update_snap', 'collect_now', 'restart_agent')),
    args json not null,
    status text not null default 'queued' constraint command_status check (status in ('queued', 'delivered', 'succeeded', 'failed')),
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null constraint command_expires_later check (expires_at > created_at),
    delivered_at timestamptz,
    leased_until timestamptz,
    finished_at timestamptz,
    exit_code integer,
    output text,
    constraint command_key primary key (tenant_id, id),
    constraint command_device foreign key (tenant_id, device_id) references devices.devices (tenant_id, id) on delete cascade
);
create index command_by_device on commands.commands (tenant_id, device_id, created_at, id);
create index command_waiting on commands.commands (tenant_id, device_id, created_at) where finished_at is null;

alter table commands.commands enable row level security;
alter table commands.commands force row level security;
create policy tenant on commands.commands
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on commands.commands to monozu_app;
grant insert (tenant_id, id, device_id, command, args, created_by, created_at, expires_at) on commands.commands to monozu_app;
grant update (status, delivered_at, leased_until, finished_at, exit_code, output) on commands.commands to monozu_app;
