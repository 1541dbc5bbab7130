-- The acting person's sessions in this tenant, except one.
update identity.sessions
set ended_at = :now, end_reason = 'ended'
where tenant_id = :tenant_id and person_id = :actor_id and ended_at is null and id <> :session_id
