select id, parts, complete, ended_at, taken_at
from cmdb.network_scans
where tenant_id = :tenant_id and network_id = :network_id and started_at = :started_at and method = :method
for update
