update identity.setup_tokens
set used_at = :now
where tenant_id = :tenant_id and person_id = :person_id and used_at is null
