select count(*) from views.views where tenant_id = :tenant_id and owner_id = :actor_id
