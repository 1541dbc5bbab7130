-- How CIs hang together. A relation is one source's word about two records, and follows each of them to whatever CI it turns out to be of:
-- merging CIs and taking that back moves their relations. To a reader what several sources say of the same two CIs is one relation.
-- What ended stays, so that one can look back, for as long as the history of CIs does.
create table cmdb.relations (
    tenant_id uuid not null,
    id uuid not null,
    type_key text not null,
    from_record uuid not null,
    from_ci uuid not null,
    to_record uuid not null,
    to_ci uuid not null,
    source_id uuid not null,
    note text constraint relation_note_length check (length(note) between 1 and 2000),
    created_at timestamptz not null,
    created_by uuid,
    seen_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    constraint relation_key primary key (tenant_id, id),
    constraint relation_from foreign key (tenant_id, from_record, from_ci) references cmdb.records (tenant_id, id, ci_id)
        on update cascade on delete cascade,
    constraint relation_to foreign key (tenant_id, to_record, to_ci) references cmdb.records (tenant_id, id, ci_id)
        on update cascade on delete cascade,
    constraint relation_source foreign key (tenant_id, source_id) references cmdb.sources (tenant_id, id) on delete restrict,
    constraint relation_not_to_itself check (from_record <> to_record)
);
create unique index relation_taken on cmdb.relations (tenant_id, from_record, to_record, type_key, source_id) where ended_at is null;
-- A CI's own relations, those of the past too; and what moves with a record.
create index relation_by_from on cmdb.relations (tenant_id, from_ci, ended_at);
create index relation_by_to on cmdb.relations (tenant_id, to_ci, ended_at);
-- Steps of a walk, answered from the index alone.
create index relation_walk_from on cmdb.relations (tenant_id, from_ci, type_key, to_ci) where ended_at is null;
create index relation_walk_to on cmdb.relations (tenant_id, to_ci, type_key, from_ci) where ended_at is null;
create index relation_by_ended_at on cmdb.relations (tenant_id, ended_at) where ended_at is not null;

alter table cmdb.relations enable row level security;
alter table cmdb.relations force row level security;
create policy tenant on cmdb.relations
    using (tenant_id::text = current_setting('app.tenant_id', true))
    with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on cmdb.relations to monozu_app, monozu_jobs;
grant insert (tenant_id, id, type_key, from_record, from_ci, to_record, to_ci, source_id, note, created_at, created_by, seen_at),
      update (note, created_at, seen_at, ended_at, ended_by)
    on cmdb.relations to monozu_app, monozu_jobs;

-- Forgets at most `at_most` relations that ended before, of all tenants, and returns how many: a caller repeats it until it returns less.
create function cmdb.purge_relations(before timestamptz, at_most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    tenant uuid;
    gone integer;
    total integer := 0;
begin
    for tenant in select t.id from licence.tenants t loop
        delete from cmdb.relations r
        where r.tenant_id = tenant
          and r.id in (select o.id from cmdb.relations o where o.tenant_id = tenant and o.ended_at < before order by o.ended_at
                       limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
    end loop;
    return total;
end
$$;
revoke all on function cmdb.purge_relations(timestamptz, integer) from public;
grant execute on function cmdb.purge_relations(timestamptz, integer) to monozu_jobs;
grant select (tenant_id, id, ended_at), delete on cmdb.relations to monozu_lookup;
grant create on schema cmdb to monozu_lookup;
alter function cmdb.purge_relations(timestamptz, integer) owner to monozu_lookup;
revoke create on schema cmdb from monozu_lookup;
