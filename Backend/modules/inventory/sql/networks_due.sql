select tenant_id, id
from cmdb.discovery_due(:at, :at_most)
