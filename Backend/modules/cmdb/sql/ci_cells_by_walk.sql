-- The same of those that pass conditions that no index finds, among the first :budget by name.
with o as materialized (
  select o.id from cmdb.cis o where o.tenant_id = :tenant_id and o.live order by o.name, o.id limit :budget)
select i.class_key, i.status, count(*), (select count(*) from o) as looked_at
from o
cross join lateral (select i.class_key, i.status from cmdb.cis i
                    where i.tenant_id = :tenant_id and i.id = o.id and i.live
{ci_list_checks}
                    offset 0) i
group by i.class_key, i.status
