-- entity: network
{network_view}
where n.tenant_id = :tenant_id and n.id = :id
