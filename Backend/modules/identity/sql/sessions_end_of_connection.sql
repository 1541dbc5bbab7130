update identity.sessions
set ended_at = :now, end_reason = 'sso_changed'
where tenant_id = :tenant_id and sso_connection_id = :connection_id and ended_at is null
