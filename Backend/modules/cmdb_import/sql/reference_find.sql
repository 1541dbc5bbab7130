select id, name, class_key
from cmdb.cis
where tenant_id = :tenant_id and live and name = any (:names::text[])
order by name, id
