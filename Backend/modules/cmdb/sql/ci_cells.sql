-- How many CIs of each class are in each status; of no cell more than :budget are counted.
select k.class_key, s.status, m.count, m.count as looked_at
from unnest(:cell_class::text[]) as k (class_key)
cross join unnest(:cell_status::text[]) as s (status)
cross join lateral (select count(*) from (
    select from cmdb.cis o
    where o.tenant_id = :tenant_id and o.live and o.class_key = k.class_key and o.status = s.status limit :budget) x) m
where m.count > 0
