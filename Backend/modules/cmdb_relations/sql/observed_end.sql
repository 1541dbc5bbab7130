update cmdb.relations
set ended_at = :at
where tenant_id = :tenant_id and id = any (:ids::uuid[]) and ended_at is null
