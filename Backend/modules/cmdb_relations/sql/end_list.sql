select c.id, c.name, c.class_key, c.live
from cmdb.cis c
where c.tenant_id = :tenant_id and c.id = any (:ids::uuid[])
