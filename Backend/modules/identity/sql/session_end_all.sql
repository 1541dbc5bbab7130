update identity.sessions
set ended_at = :now, end_reason = :reason
where tenant_id = :tenant_id and person_id = :person_id and ended_at is null
