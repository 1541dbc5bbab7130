-- entity: view
select {view_columns}
where v.tenant_id = :tenant_id and v.id = :id and (v.owner_id = :actor_id or v.shared)
for update of v
