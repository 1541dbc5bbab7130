update identity.memberships
set accepted_at = :now, version = version + 1
where tenant_id = :tenant_id and person_id = :person_id and active and accepted_at is null
returning person_id
