select feature
from licence.tenant_features
where tenant_id = :tenant_id
order by feature
