select key, seen_at, quiet
from cmdb.network_hosts
where tenant_id = :tenant_id and network_id = :network_id
