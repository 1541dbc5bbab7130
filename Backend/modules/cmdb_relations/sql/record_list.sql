select r.id, r.ci_id, c.class_key
from cmdb.records r
join cmdb.cis c on c.tenant_id = :tenant_id and c.id = r.ci_id
where r.tenant_id = :tenant_id and r.id = any (:records::uuid[])
