select id
from cmdb.cis
where tenant_id = :tenant_id and id = :id
