update views.views
set name = :name, query = :query::jsonb, columns = :columns, shared = :shared, updated_at = :at, version = version + 1
where tenant_id = :tenant_id and id = :id
