select ci_a, ci_b, reasons
from cmdb.duplicates
where tenant_id = :tenant_id and ci_a = any (:ids::uuid[])
union all
select ci_a, ci_b, reasons
from cmdb.duplicates
where tenant_id = :tenant_id and ci_b = any (:ids::uuid[]) and not (ci_a = any (:ids::uuid[]))
