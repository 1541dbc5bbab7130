select version
from cmdb.model_versions
where tenant_id = :tenant_id
