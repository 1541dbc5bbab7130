select id
from licence.tenant_ids() as known (id)
