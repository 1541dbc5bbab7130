insert into views.views (tenant_id, id, owner_id, list, name, query, columns, shared, created_at, updated_at)
values (:tenant_id, :id, :actor_id, :list, :name, :query::jsonb, :columns, :shared, :at, :at)
