-- sorts: key text = f.key
-- id: f.id
select f.id, f.key, f.data, f.first_seen_at, o.ci_id as other_ci_id
from cmdb.findings f
join cmdb.records r on r.tenant_id = :tenant_id and r.id = f.record_id
left join cmdb.records o on o.tenant_id = :tenant_id and o.source_id = r.source_id
                        and o.key = case when f.section = 'certificates' then 'certificate/' || lower(f.key) end
where f.tenant_id = :tenant_id and f.ci_id = :ci_id and f.section = :section and f.removed_at is null and {after}
{order}
limit :limit
