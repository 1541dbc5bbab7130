update cmdb.sources
set seen_at = :at
where tenant_id = :tenant_id and id = :id and seen_at < :at::timestamptz - interval '5 minutes'
