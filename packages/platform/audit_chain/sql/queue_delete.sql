delete from audit.unsealed
where tenant_id = :tenant_id and entry_id = any(:entry_ids::uuid[])
