-- sorts: name text = t.name
-- id: t.id
-- What the machine has is looked up first, one by one: it is little beside what the tenant has. A machine that two appliances tell of has it once.
with mine as materialized (
    select i.title_id, min(i.first_seen_at) as first_seen_at
    from cmdb.installations i
    where i.tenant_id = :tenant_id and i.ci_id = :ci_id and i.removed_at is null
    group by i.title_id),
t as materialized (
    select s.id, s.manager, s.name, s.version, s.architecture, s.source, mine.first_seen_at
    from mine
    cross join lateral (
        select s.id, s.manager, s.name, s.version, s.architecture, s.source
        from cmdb.software_titles s
        where s.tenant_id = :tenant_id and s.id = mine.title_id
        limit 1) as s)
select t.id, t.manager, t.name, t.version, t.architecture, t.source, t.first_seen_at, null::timestamptz as removed_at
from t
where {after}
  and case when :q::text is null then true else strpos(lower(t.name), lower(:q::text)) > 0 end
  and case when :manager::text is null then true else t.manager = :manager::text end
{order}
limit :limit
