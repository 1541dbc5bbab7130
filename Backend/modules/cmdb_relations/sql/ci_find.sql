-- entity: CI
select c.id, c.name, c.class_key, c.status, c.stale
from cmdb.cis c
where c.tenant_id = :tenant_id and c.id = :id
