select c.id, c.name, c.attributes
from cmdb.cis c
where c.tenant_id = :tenant_id and c.id = any (:ids::uuid[]) and c.live
