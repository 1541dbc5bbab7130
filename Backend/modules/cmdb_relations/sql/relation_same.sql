-- Who says so already.
select s.kind
from cmdb.relations r
join cmdb.sources s on s.tenant_id = :tenant_id and s.id = r.source_id
where r.tenant_id = :tenant_id and r.from_ci = :from_ci and r.to_ci = :to_ci and r.type_key = :type_key and r.ended_at is null
