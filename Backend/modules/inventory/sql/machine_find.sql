-- The record in which the device's source speaks of the machine it runs on.
select r.id as record_id, r.ci_id, r.class_key
from cmdb.sources s
join cmdb.records r on r.tenant_id = :tenant_id and r.source_id = s.id and r.key = 'machine'
where s.tenant_id = :tenant_id and s.kind = 'appliance' and s.key = :device_id::uuid::text
