select days, version
from audit.retention
where tenant_id = :tenant_id
