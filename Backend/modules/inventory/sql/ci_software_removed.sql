-- sorts: removed_at timestamptz = i.removed_at
-- id: t.id
select t.id, t.manager, t.name, t.version, t.architecture, t.source, i.first_seen_at, i.removed_at
from cmdb.installations i
join cmdb.software_titles t on t.tenant_id = :tenant_id and t.id = i.title_id
where i.tenant_id = :tenant_id and i.ci_id = :ci_id and i.removed_at is not null and {after}
  and case when :q::text is null then true else strpos(lower(t.name), lower(:q::text)) > 0 end
  and case when :manager::text is null then true else t.manager = :manager::text end
{order}
limit :limit
