-- entity: source
select kind, key, name
from cmdb.sources
where tenant_id = :tenant_id and id = :id
