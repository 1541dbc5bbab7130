-- sorts: name text = t.name
-- id: t.id
select t.id, t.manager, t.name, t.version, t.architecture, t.source, t.first_seen_at, counted.machines
from cmdb.software_titles t
cross join lateral (
    select count(*) as machines
    from (select 1
          from cmdb.installations i
          where i.tenant_id = :tenant_id and i.title_id = t.id and i.removed_at is null
          limit :count_most) as found) as counted
where t.tenant_id = :tenant_id and {after}
  and case when :q::text is null then true else strpos(lower(t.name), lower(:q::text)) > 0 end
  and case when :name::text is null then true else t.name = :name::text end
  and case when :manager::text is null then true else t.manager = :manager::text end
  and exists (select 1 from cmdb.installations i where i.tenant_id = :tenant_id and i.title_id = t.id and i.removed_at is null)
{order}
limit :limit
