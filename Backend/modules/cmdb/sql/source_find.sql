select id
from cmdb.sources
where tenant_id = :tenant_id and kind = :kind and key = :key
