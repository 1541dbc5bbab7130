-- Files that people bring: each is a source of the CMDB of its own, so that an import can be undone as a whole.

-- `rest` is what was sent and is no whole record yet; `delimiter` is that of the header. `row_count` is how many rows there are, `done` how
-- many of them the present step is through with. `observed_at` is when it was carried out: its words have that time.
create table cmdb.imports (
    tenant_id uuid not null,
    id uuid not null,
    name text not null constraint import_name_length check (length(name) between 1 and 200),
    format text not null constraint import_format check (format in ('csv', 'json_lines')),
    state text not null default 'uploading' constraint import_state
        check (state in ('uploading', 'ready', 'checking', 'checked', 'applying', 'applied', 'cancelled', 'undoing', 'undone', 'failed')),
    columns text[] not null default '{}',
    delimiter text,
    rest text not null default '',
    parts integer not null default 0,
    class_key text,
    mapping jsonb,
    row_count integer not null default 0,
    done integer not null default 0,
    creates integer not null default 0,
    updates integer not null default 0,
    unchanged integer not null default 0,
    conflicts integer not null default 0,
    bad integer not null default 0,
    unreadable integer not null default 0,
    applied integer not null default 0,
    error text,
    source_id uuid,
    observed_at timestamptz,
    created_by uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint import_key primary key (tenant_id, id),
    constraint import_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint import_source foreign key (tenant_id, source_id) references cmdb.sources (tenant_id, id) on delete restrict
);
create index import_by_created_at on cmdb.imports (tenant_id, created_at, id);

-- The rows as they came, {"<column>": "<text>"}, and what became of them. `problems` is [{"column", "detail"}]. An unreadable row is
-- bad whatever its columns mean.
create table cmdb.import_rows (
    tenant_id uuid not null,
    import_id uuid not null,
    number integer not null,
    id uuid not null,
    cells jsonb not null,
    unreadable boolean not null default false,
    outcome text constraint import_row_outcome check (outcome in ('create', 'update', 'unchanged', 'conflict', 'bad')),
    problems jsonb not null default '[]',
    ci_id uuid,
    constraint import_row_key primary key (tenant_id, import_id, number),
    constraint import_row_import foreign key (tenant_id, import_id) references cmdb.imports (tenant_id, id) on delete cascade
);
create index import_row_by_outcome on cmdb.import_rows (tenant_id, import_id, outcome, number);

-- What the rows of a file are recognised by, so that two rows of the same thing are noticed however far they are apart.
create table cmdb.import_identities (
    tenant_id uuid not null,
    import_id uuid not null,
    identity text not null,
    number integer not null,
    constraint import_identity_key primary key (tenant_id, import_id, identity),
    constraint import_identity_import foreign key (tenant_id, import_id) references cmdb.imports (tenant_id, id) on delete cascade
);

-- Which column means what, remembered for the next file with the same columns. `fingerprint` is a hash of their names.
create table cmdb.import_mappings (
    tenant_id uuid not null,
    fingerprint text not null,
    class_key text not null,
    mapping jsonb not null,
    used_at timestamptz not null,
    constraint import_mapping_key primary key (tenant_id, fingerprint),
    constraint import_mapping_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);

do $$
declare
    name text;
begin
    foreach name in array array['imports', 'import_rows', 'import_identities', 'import_mappings'] loop
        execute format('alter table cmdb.%I enable row level security', name);
        execute format('alter table cmdb.%I force row level security', name);
        execute format('create policy tenant on cmdb.%I
                          using (tenant_id::text = current_setting(''app.tenant_id'', true))
                          with check (tenant_id::text = current_setting(''app.tenant_id'', true))', name);
        execute format('grant select on cmdb.%I to monozu_app, monozu_jobs', name);
    end loop;
end
$$;
grant insert (tenant_id, id, name, format, created_by, created_at, updated_at) on cmdb.imports to monozu_app;
grant update (state, columns, delimiter, rest, parts, class_key, mapping, row_count, unreadable, done, creates, updates, unchanged, conflicts, bad, applied,
              error, observed_at, updated_at, version), delete on cmdb.imports to monozu_app;
grant update (state, done, creates, updates, unchanged, conflicts, bad, applied, error, source_id, updated_at, version) on cmdb.imports to monozu_jobs;
grant insert (tenant_id, import_id, number, id, cells, unreadable, outcome, problems) on cmdb.import_rows to monozu_app;
grant update (outcome, problems, ci_id) on cmdb.import_rows to monozu_app, monozu_jobs;
grant insert (tenant_id, import_id, identity, number), delete on cmdb.import_identities to monozu_jobs;
grant delete on cmdb.import_identities to monozu_app;
grant insert (tenant_id, fingerprint, class_key, mapping, used_at), update (class_key, mapping, used_at) on cmdb.import_mappings to monozu_app;

-- The imports that a job has to work on. It spans tenants and is a plain table; whoever takes an import moves due_at past the time that one
-- portion of it can take.
create table cmdb.import_queue (
    import_id uuid not null constraint import_queue_key primary key,
    tenant_id uuid not null,
    due_at timestamptz not null
);
create index import_queue_by_due_at on cmdb.import_queue (due_at);
grant select (import_id), insert (import_id, tenant_id, due_at) on cmdb.import_queue to monozu_app;
grant select, delete on cmdb.import_queue to monozu_jobs;
grant update (due_at) on cmdb.import_queue to monozu_jobs;
