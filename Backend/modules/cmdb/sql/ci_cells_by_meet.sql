-- The same of those that conditions find, among :budget that their indexes agree on.
with m as materialized ({ci_list_meet})
select i.class_key, i.status, count(*), (select count(*) from m) as looked_at
from m
cross join lateral (select i.class_key, i.status from cmdb.cis i
                    where i.tenant_id = :tenant_id and i.id = m.ci_id and i.live
{ci_list_checks}
                    offset 0) i
group by i.class_key, i.status
