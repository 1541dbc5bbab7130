-- The relations between some CIs, what several sources say once.
with shown as materialized (select s.id from unnest(:ids::uuid[]) as s (id))
select (array_agg(r.id order by r.id))[1] as id, r.type_key, r.from_ci, r.to_ci
from shown f
join cmdb.relations r on r.tenant_id = :tenant_id and r.from_ci = f.id and r.type_key = any (:types::text[]) and r.ended_at is null
join shown t on t.id = r.to_ci
where r.from_ci <> r.to_ci
group by r.type_key, r.from_ci, r.to_ci
limit :most
