update cmdb.discovery_networks
set command_id = :command_id
where tenant_id = :tenant_id and id = :network_id
