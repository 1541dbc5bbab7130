-- entity: CI of this device
select c.id, c.name, c.class_key
from cmdb.sources s
join cmdb.records r on r.tenant_id = :tenant_id and r.source_id = s.id and r.key = 'machine'
join cmdb.cis c on c.tenant_id = :tenant_id and c.id = r.ci_id
where s.tenant_id = :tenant_id and s.kind = 'appliance' and s.key = :id::uuid::text
