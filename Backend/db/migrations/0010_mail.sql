-- Letters to people: each is written in the transaction of what it tells of, and sent afterwards by a job.

create schema mail;
grant usage on schema mail to monozu_app, monozu_jobs, monozu_lookup;

-- Letters hold one-time links, so the recipient and the content are sealed with the service's data key, and the content goes once
-- it has been sent. What could not be sent keeps its content, because it may be sent again. The id is the idempotency key: a provider
-- that is asked twice sends once.
create table mail.outbox (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null constraint letter_kind_length check (length(kind) between 1 and 64),
    language text not null constraint letter_language check (language in ('en', 'pl')),
    recipient bytea not null,
    content bytea,
    state text not null default 'queued' constraint letter_state check (state in ('queued', 'sent', 'failed')),
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    last_error text,
    provider_id text,
    valid_until timestamptz,
    queued_at timestamptz not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    constraint letter_key primary key (tenant_id, id),
    constraint letter_tenant foreign key (tenant_id) references licence.tenants (id) on delete cascade,
    constraint letter_content_until_sent check ((state = 'sent') = (content is null)),
    constraint letter_sent_has_time check ((state = 'sent') = (sent_at is not null))
);
create index letter_by_created_at on mail.outbox (tenant_id, created_at, id);

alter table mail.outbox enable row level security;
alter table mail.outbox force row level security;
create policy tenant on mail.outbox
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on mail.outbox to monozu_app, monozu_jobs;
grant insert (tenant_id, id, kind, language, recipient, content, next_attempt_at, valid_until, queued_at, created_at) on mail.outbox to monozu_app;
grant update (state, next_attempt_at, queued_at) on mail.outbox to monozu_app;
grant update (state, attempts, next_attempt_at, last_error, provider_id, content, sent_at) on mail.outbox to monozu_jobs;

-- What is still to be sent. It spans tenants and is a plain table, so that senders share it with `for update skip locked`; whoever takes
-- a letter moves due_at past the time that sending it can take.
create table mail.queue (
    id uuid not null constraint queue_key primary key,
    tenant_id uuid not null,
    due_at timestamptz not null
);
create index queue_by_due_at on mail.queue (due_at);
grant insert (id, tenant_id, due_at) on mail.queue to monozu_app;
grant select, delete on mail.queue to monozu_jobs;
grant update (due_at) on mail.queue to monozu_jobs;

-- Forgets the letters that are done with and were written before `before`, in all tenants, and returns how many.
create function mail.purge(before timestamptz) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    tenant record;
    gone bigint;
    total bigint := 0;
begin
    for tenant in select t.id from licence.tenants t loop
        delete from mail.outbox o where o.tenant_id = tenant.id and o.created_at < purge.before and o.state <> 'queued';
        get diagnostics gone = row_count;
        total := total + gone;
    end loop;
    return total;
end
$$;
revoke all on function mail.purge(timestamptz) from public;
grant execute on function mail.purge(timestamptz) to monozu_jobs;
grant select (tenant_id, created_at, state), delete on mail.outbox to monozu_lookup;
grant create on schema mail to monozu_lookup;
alter function mail.purge(timestamptz) owner to monozu_lookup;
revoke create on schema mail from monozu_lookup;
