insert into cmdb.imports (tenant_id, id, name, format, created_by, created_at, updated_at)
values (:tenant_id, :id, :name, :format, :actor_id, :at, :at)
returning id
