update operators.sessions
set proved_at = :now
where id = :session_id and ended_at is null and expires_at > :now
returning expires_at
