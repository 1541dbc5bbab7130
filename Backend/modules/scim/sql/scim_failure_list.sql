select operation, subject, status, detail, times, at
from scim.failures
where tenant_id = :tenant_id
order by at desc
limit :limit
