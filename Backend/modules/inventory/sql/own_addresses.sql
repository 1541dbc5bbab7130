-- The interfaces of the machine that a device runs on.
select f.data
from cmdb.findings f
where f.tenant_id = :tenant_id and f.record_id = :record_id and f.section = 'interfaces' and f.removed_at is null
