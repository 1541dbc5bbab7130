-- scans: the queue spans tenants
select tenant_id
from audit.unsealed
group by tenant_id
