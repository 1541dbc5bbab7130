select id
from cmdb.records
where tenant_id = :tenant_id and id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
order by id
limit :most
