-- Who owns any of these CIs, and how many of them; whoever owns most comes first.
with owned as materialized (select o.id from unnest(:ids::uuid[]) as o (id))
select c.id, c.name, c.class_key, c.status, c.stale, count(distinct r.from_ci) as cis
from owned o
join cmdb.relations r on r.tenant_id = :tenant_id and r.from_ci = o.id and r.type_key = :type_key and r.ended_at is null
join cmdb.cis c on c.tenant_id = :tenant_id and c.id = r.to_ci and c.live
group by c.tenant_id, c.id
order by cis desc, c.name, c.id
