-- sorts: ci_id uuid = i.ci_id
-- id: i.title_id
-- Of each title no more than a page can show. A machine that two appliances tell of counts once, one that was deleted does not; whether it was is
-- asked of each, because a join would begin at the CIs.
select i.title_id as id, i.ci_id, c.name as ci_name, c.class_key as ci_class, t.manager, t.name, t.version, t.architecture, i.first_seen_at
from unnest(:title_ids::uuid[]) as wanted (title_id)
cross join lateral (
    select i.title_id, i.ci_id, i.first_seen_at
    from cmdb.installations i
    where i.tenant_id = :tenant_id and i.title_id = wanted.title_id and i.removed_at is null and {after}
      and (select c.live from cmdb.cis c where c.tenant_id = :tenant_id and c.id = i.ci_id)
      and (select count(*)
           from cmdb.installations e
           where e.tenant_id = :tenant_id and e.title_id = i.title_id and e.ci_id = i.ci_id and e.removed_at is null
             and e.record_id < i.record_id) = 0
    {order}
    limit :limit) as i
join cmdb.software_titles t on t.tenant_id = :tenant_id and t.id = i.title_id
cross join lateral (
    select c.name, c.class_key
    from cmdb.cis c
    where c.tenant_id = :tenant_id and c.id = i.ci_id
    limit 1) as c
{order}
limit :limit
