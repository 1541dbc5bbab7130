select {view_columns}
where v.tenant_id = :tenant_id and v.id = :id
