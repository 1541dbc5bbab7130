insert into cmdb.classes (tenant_id, key, parent_key, name, description, icon, created_at, updated_at)
values (:tenant_id, :key, :parent_key, :name, :description, :icon, :at, :at)
