-- The network that a device was told to look at. What it was not told to look at is nobody's.
select id, name, network
from cmdb.discovery_networks
where tenant_id = :tenant_id and device_id = :device_id and network = :network
