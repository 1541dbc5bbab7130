delete from views.views where tenant_id = :tenant_id and id = :id
