update cmdb.findings
set removed_at = :at
where tenant_id = :tenant_id and record_id = :record_id and section = :section::text and key = any (:keys::text[]) and removed_at is null
