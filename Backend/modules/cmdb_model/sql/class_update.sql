update cmdb.classes
set parent_key = :parent_key, name = :name, description = :description, icon = :icon, updated_at = :at, version = :version
where tenant_id = :tenant_id and key = :key
