select m.id, m.ci_id
from cmdb.records r
join cmdb.records m on m.tenant_id = :tenant_id and m.ci_id = r.ci_id
where r.tenant_id = :tenant_id and r.id = any (:ids::uuid[])
