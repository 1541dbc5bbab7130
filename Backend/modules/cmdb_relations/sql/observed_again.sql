update cmdb.relations
set created_at = least(created_at, :at), seen_at = greatest(seen_at, :at)
where tenant_id = :tenant_id and id = any (:ids::uuid[]) and ended_at is null
