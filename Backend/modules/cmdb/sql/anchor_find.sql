select r.id as record_id, r.ci_id
from cmdb.records r
where r.tenant_id = :tenant_id and r.source_id = :source_id and r.key = :key
