-- Living relations of the type that leave no place for one between these two: another one of the from end, or another one of the to end.
select r.id, f.name as from_name, t.name as to_name
from (
    select r.id, r.from_ci, r.to_ci
    from cmdb.relations r
    where r.tenant_id = :tenant_id and r.from_ci = :from_ci and r.type_key = :type_key and r.to_ci <> :to_ci and r.to_ci <> r.from_ci
      and r.ended_at is null and :one_per_from::boolean
    union all
    select r.id, r.from_ci, r.to_ci
    from cmdb.relations r
    where r.tenant_id = :tenant_id and r.to_ci = :to_ci and r.type_key = :type_key and r.from_ci <> :from_ci and r.to_ci <> r.from_ci
      and r.ended_at is null and :one_per_to::boolean
) r
join cmdb.cis f on f.tenant_id = :tenant_id and f.id = r.from_ci and f.live
join cmdb.cis t on t.tenant_id = :tenant_id and t.id = r.to_ci and t.live
limit 1
