-- Whether another CI has a value that is to be unique.
select ci_id
from cmdb.ci_values
where tenant_id = :tenant_id and attribute = :attribute and text_key = :text_key and ci_id <> :ci_id
limit 1
