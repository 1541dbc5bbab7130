delete from cmdb.discovery_networks
where tenant_id = :tenant_id and id = :id
returning id
