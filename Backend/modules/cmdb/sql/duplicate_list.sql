-- sorts: found_at timestamptz = d.found_at
-- id: d.id
select d.id, d.ci_a, a.name as name_a, a.class_key as class_a, d.ci_b, b.name as name_b, b.class_key as class_b, d.reasons, d.found_at
from cmdb.duplicates d
join cmdb.cis a on a.tenant_id = :tenant_id and a.id = d.ci_a
join cmdb.cis b on b.tenant_id = :tenant_id and b.id = d.ci_b
where d.tenant_id = :tenant_id and {after}
{order}
limit :limit
