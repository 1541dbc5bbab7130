update cmdb.installations
set removed_at = :at
where tenant_id = :tenant_id and record_id = :record_id and title_id = any (:title_ids::uuid[]) and removed_at is null
