select record_a, record_b, verdict
from cmdb.decisions
where tenant_id = :tenant_id and record_a = any (:ids::uuid[])
union
select record_a, record_b, verdict
from cmdb.decisions
where tenant_id = :tenant_id and record_b = any (:ids::uuid[])
