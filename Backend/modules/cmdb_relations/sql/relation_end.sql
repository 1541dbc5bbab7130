-- With everybody's word for it: to a reader they are one relation. A source that still sees it says so again.
update cmdb.relations r
set ended_at = :at, ended_by = :actor_id
from (
    select e.type_key, e.from_ci, e.to_ci
    from cmdb.relations e
    where e.tenant_id = :tenant_id and e.id = :id and e.ended_at is null
) e
where r.tenant_id = :tenant_id and r.from_ci = e.from_ci and r.to_ci = e.to_ci and r.type_key = e.type_key and r.ended_at is null
returning r.id
