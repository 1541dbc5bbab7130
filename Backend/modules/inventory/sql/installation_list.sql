-- What the machine has is looked up first, one by one: it is little beside what the tenant has.
with mine as materialized (
    select i.title_id
    from cmdb.installations i
    where i.tenant_id = :tenant_id and i.record_id = :record_id and i.removed_at is null)
select t.id, t.manager, t.name, t.version, t.architecture, t.source
from mine
cross join lateral (
    select s.id, s.manager, s.name, s.version, s.architecture, s.source
    from cmdb.software_titles s
    where s.tenant_id = :tenant_id and s.id = mine.title_id
    limit 1) as t
