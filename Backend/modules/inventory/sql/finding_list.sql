select section, key, data
from cmdb.findings
where tenant_id = :tenant_id and record_id = :record_id and section = any (:sections::text[]) and removed_at is null
