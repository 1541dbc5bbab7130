update operators.sessions
set ended_at = :now, end_reason = :reason
where id = :session_id and ended_at is null
returning id
