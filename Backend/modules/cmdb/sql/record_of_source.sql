select id
from cmdb.records
where tenant_id = :tenant_id and source_id = :source_id
limit :most
