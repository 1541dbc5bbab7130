-- Configuration items, and how we know. Each source writes records of what it saw; a CI is what a group of records that are of the same
-- thing says together. The records, the rules and what people decided are the truth: everything about a CI but its history can be
-- worked out from them again, whatever the order in which they arrived.

-- Who says something: people by hand (one source a tenant), an appliance about the machine it runs on, a discovered network, an import, a
-- program through the API. `key` tells sources of one kind apart. What a source has not said again for `quiet_after_hours` is stale; null: its
-- word does not age.
create table cmdb.sources (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null constraint source_kind check (kind in ('manual', 'appliance', 'discovery', 'import', 'api')),
    key text not null constraint source_key_length check (length(key) <= 200),
    name text not null constraint source_name_length check (length(name) between 1 and 200),
    quiet_after_hours integer constraint source_quiet_after check (quiet_after_hours between 1 and 87600),
    created_at timestamptz not null,
    seen_at timestamptz not null,
    version bigint not null default 1,
    constraint source_key primary key (tenant_id, id),
    constraint source_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint source_taken unique (tenant_id, kind, key)
);

-- What the group says now. `id` is the id of the group's oldest record, so that it follows from the records alone and comes back when a
-- merge is undone. A CI that became part of another one has `merged_into`; one that was deleted, `deleted_at`; `live` is neither.
create table cmdb.cis (
    tenant_id uuid not null,
    id uuid not null,
    class_key text not null,
    name text collate cmdb.by_name not null constraint ci_name_length check (length(name) between 1 and 200),
    status text not null constraint ci_status
        check (status in ('planned', 'ordered', 'in_stock', 'in_use', 'maintenance', 'retired', 'disposed')),
    attributes jsonb not null default '{}',
    live boolean not null default true,
    merged_into uuid,
    deleted_at timestamptz,
    stale boolean not null default false,
    seen_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint ci_key primary key (tenant_id, id),
    constraint ci_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint ci_merged_into foreign key (tenant_id, merged_into) references cmdb.cis (tenant_id, id) on delete restrict,
    constraint ci_live check (live = (merged_into is null and deleted_at is null))
);
create index ci_by_name on cmdb.cis (tenant_id, name, id) where live;
create index ci_by_class on cmdb.cis (tenant_id, class_key, status, name, id) where live;
create index ci_by_updated_at on cmdb.cis (tenant_id, updated_at, id) where live;
create index ci_by_created_at on cmdb.cis (tenant_id, created_at, id) where live;
create index ci_by_seen_at on cmdb.cis (tenant_id, seen_at, id) where live;
create index ci_stale on cmdb.cis (tenant_id, name, id) where live and stale;
create index ci_gone on cmdb.cis (tenant_id, updated_at, id) where not live;

-- What one source last said of one thing, under the source's own key for it. `attributes` is {"<attribute>": {"v": <value>, "t": "<when it
-- was seen>"}}, without t: at `seen_at`; the later word counts for each attribute alone, so the order of arrival does not matter; v null: the source
-- says that there is none. What was said before `complete_at` and not again has been taken back. `stale`: not seen for longer than the source's
-- quiet_after_hours. `deleted_at`: a person deleted the thing. (tenant_id, id, ci_id) is what belongs to a record refers to, on update cascade: it
-- follows the record when that moves to another CI.
create table cmdb.records (
    tenant_id uuid not null,
    id uuid not null,
    source_id uuid not null,
    key text not null constraint record_key_length check (length(key) between 1 and 200),
    ci_id uuid not null,
    class_key text not null,
    class_seen_at timestamptz not null,
    attributes jsonb not null default '{}',
    first_seen_at timestamptz not null,
    seen_at timestamptz not null,
    complete_at timestamptz,
    deleted_at timestamptz,
    stale boolean not null default false,
    constraint record_key primary key (tenant_id, id),
    constraint record_source foreign key (tenant_id, source_id) references cmdb.sources (tenant_id, id) on delete restrict,
    constraint record_ci foreign key (tenant_id, ci_id) references cmdb.cis (tenant_id, id) on delete restrict,
    constraint record_taken unique (tenant_id, source_id, key),
    constraint record_of_ci unique (tenant_id, id, ci_id)
);
create index record_by_ci on cmdb.records (tenant_id, ci_id, id);

-- What a record can be recognised by: for each rule of its class that it has all attributes of, the rule's attributes as `kind`
-- ("serial_number", "name+location") and their values in one text.
create table cmdb.identifiers (
    tenant_id uuid not null,
    kind text not null,
    value text not null constraint identifier_value_length check (length(value) <= 400),
    record_id uuid not null,
    constraint identifier_key primary key (tenant_id, kind, value, record_id),
    constraint identifier_record foreign key (tenant_id, record_id) references cmdb.records (tenant_id, id) on delete cascade
);
create index identifier_by_record on cmdb.identifiers (tenant_id, record_id);

-- What people decided of two records: that they are of the same thing (a merge) or not (an un-merge, or "these are no duplicates").
create table cmdb.decisions (
    tenant_id uuid not null,
    record_a uuid not null,
    record_b uuid not null,
    verdict text not null constraint decision_verdict check (verdict in ('same', 'distinct')),
    reason text not null default '' constraint decision_reason_length check (length(reason) <= 2000),
    actor_id uuid,
    at timestamptz not null,
    constraint decision_key primary key (tenant_id, record_a, record_b),
    constraint decision_order check (record_a < record_b),
    constraint decision_record_a foreign key (tenant_id, record_a) references cmdb.records (tenant_id, id) on delete cascade,
    constraint decision_record_b foreign key (tenant_id, record_b) references cmdb.records (tenant_id, id) on delete cascade
);
create index decision_by_record_b on cmdb.decisions (tenant_id, record_b);

-- Pairs of CIs that share an identifier and yet were kept apart, with the reason: [{"kind", "value", "against", "values"}]; for a person to decide.
create table cmdb.duplicates (
    tenant_id uuid not null,
    id uuid not null,
    ci_a uuid not null,
    ci_b uuid not null,
    reasons jsonb not null,
    found_at timestamptz not null,
    constraint duplicate_key primary key (tenant_id, ci_a, ci_b),
    constraint duplicate_order check (ci_a < ci_b),
    constraint duplicate_ci_a foreign key (tenant_id, ci_a) references cmdb.cis (tenant_id, id) on delete cascade,
    constraint duplicate_ci_b foreign key (tenant_id, ci_b) references cmdb.cis (tenant_id, id) on delete cascade
);
create index duplicate_by_ci_b on cmdb.duplicates (tenant_id, ci_b);
create index duplicate_by_found_at on cmdb.duplicates (tenant_id, found_at, id);

-- The values of live CIs once more, so that lists filter and sort by any attribute with an index: text-like values in `text_key`, numbers,
-- booleans (0 and 1) and dates (days since 1970) in `number_key`; an IP address is a text_key of 32 letters, so that a network is a range.
-- A list value has a row for each element. `name` is the CI's, so that what is equal comes sorted by name.
create table cmdb.ci_values (
    tenant_id uuid not null,
    ci_id uuid not null,
    attribute text not null,
    element integer not null default 0,
    text_key text collate cmdb.by_name,
    number_key double precision,
    name text collate cmdb.by_name not null,
    constraint ci_value_key primary key (tenant_id, ci_id, attribute, element),
    constraint ci_value_ci foreign key (tenant_id, ci_id) references cmdb.cis (tenant_id, id) on delete cascade
);
create index ci_value_by_text on cmdb.ci_values (tenant_id, attribute, text_key, name, ci_id) where text_key is not null;
create index ci_value_by_number on cmdb.ci_values (tenant_id, attribute, number_key, name, ci_id) where number_key is not null;

-- The words of live CIs, lower-case and without diacritics, for search: a word that begins so is a range of this key.
create table cmdb.ci_words (
    tenant_id uuid not null,
    word text collate "C" not null,
    ci_id uuid not null,
    constraint ci_word_key primary key (tenant_id, word, ci_id),
    constraint ci_word_ci foreign key (tenant_id, ci_id) references cmdb.cis (tenant_id, id) on delete cascade
);
create index ci_word_by_ci on cmdb.ci_words (tenant_id, ci_id, word);

-- Each state that a CI was in, whole, and since when; `changes` is {"<attribute>": {"from", "to", "source", "source_name"}} against the state before.
-- valid_to is infinity for the present one.
create table cmdb.ci_history (
    tenant_id uuid not null,
    ci_id uuid not null,
    version bigint not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null default 'infinity',
    class_key text not null,
    name text collate cmdb.by_name not null,
    status text not null,
    live boolean not null,
    merged_into uuid,
    attributes jsonb not null,
    changes jsonb not null,
    cause text not null constraint ci_history_cause
        check (cause in ('created', 'observed', 'edited', 'imported', 'import_undone', 'merged', 'unmerged', 'restored', 'deleted', 'model_changed')),
    actor_id uuid,
    source_id uuid,
    constraint ci_history_key primary key (tenant_id, ci_id, version),
    constraint ci_history_ci foreign key (tenant_id, ci_id) references cmdb.cis (tenant_id, id) on delete cascade
);
create index ci_history_by_name on cmdb.ci_history (tenant_id, name, ci_id, valid_from, valid_to) where live;
create index ci_history_by_class on cmdb.ci_history (tenant_id, class_key, name, ci_id, valid_from, valid_to) where live;
create index ci_history_by_valid_to on cmdb.ci_history (tenant_id, valid_to);

-- Whoever may give records another CI holds its tenant's row, so that two inventories that arrive together do not each make the CI that they share.
create table cmdb.reconciliations (
    tenant_id uuid not null,
    at timestamptz not null,
    constraint reconciliation_key primary key (tenant_id),
    constraint reconciliation_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);

do $$
declare
    name text;
begin
    foreach name in array array['sources', 'cis', 'records', 'identifiers', 'decisions', 'duplicates', 'ci_values', 'ci_words', 'ci_history',
                                'reconciliations'] loop
        execute format('alter table cmdb.%I enable row level security', name);
        execute format('alter table cmdb.%I force row level security', name);
        execute format('create policy tenant on cmdb.%I
                          using (tenant_id::text = current_setting(''app.tenant_id'', true))
                          with check (tenant_id::text = current_setting(''app.tenant_id'', true))', name);
        execute format('grant select on cmdb.%I to monozu_app, monozu_jobs', name);
    end loop;
end
$$;

-- Inventories are reconciled by the jobs, in the tenant's own transaction; requests do the same by hand.
grant insert (tenant_id, id, kind, key, name, quiet_after_hours, created_at, seen_at), update (name, quiet_after_hours, seen_at, version)
    on cmdb.sources to monozu_app, monozu_jobs;
grant insert (tenant_id, id, class_key, name, status, attributes, live, merged_into, deleted_at, stale, seen_at, created_at, updated_at),
      update (class_key, name, status, attributes, live, merged_into, deleted_at, stale, seen_at, updated_at, version)
    on cmdb.cis to monozu_app, monozu_jobs;
grant insert (tenant_id, id, source_id, key, ci_id, class_key, class_seen_at, attributes, first_seen_at, seen_at, complete_at, deleted_at),
      update (ci_id, class_key, class_seen_at, attributes, seen_at, complete_at, deleted_at, stale), delete
    on cmdb.records to monozu_app, monozu_jobs;
grant insert (tenant_id, kind, value, record_id), delete on cmdb.identifiers to monozu_app, monozu_jobs;
grant insert (tenant_id, record_a, record_b, verdict, reason, actor_id, at), update (verdict, reason, actor_id, at), delete
    on cmdb.decisions to monozu_app, monozu_jobs;
grant insert (tenant_id, id, ci_a, ci_b, reasons, found_at), update (reasons), delete on cmdb.duplicates to monozu_app, monozu_jobs;
grant insert (tenant_id, ci_id, attribute, element, text_key, number_key, name), delete on cmdb.ci_values to monozu_app, monozu_jobs;
grant insert (tenant_id, word, ci_id), delete on cmdb.ci_words to monozu_app, monozu_jobs;
grant insert (tenant_id, ci_id, version, valid_from, class_key, name, status, live, merged_into, attributes, changes, cause, actor_id, source_id),
      update (valid_to), delete
    on cmdb.ci_history to monozu_app, monozu_jobs;
grant insert (tenant_id, at), update (at) on cmdb.reconciliations to monozu_app, monozu_jobs;
