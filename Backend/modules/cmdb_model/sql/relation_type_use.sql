select count(*)
from cmdb.relations
where tenant_id = :tenant_id and type_key = :key and ended_at is null
