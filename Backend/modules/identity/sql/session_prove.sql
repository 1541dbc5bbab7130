update identity.sessions
set proved_at = :proved_at, second_factor = second_factor or :second_factor
where tenant_id = :tenant_id and id = :session_id and ended_at is null and expires_at > :now
returning expires_at
