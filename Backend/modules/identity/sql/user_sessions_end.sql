-- One session of the user, or all of them where no session is named.
update identity.sessions
set ended_at = :now, end_reason = 'ended_by_admin'
where tenant_id = :tenant_id and person_id = :person_id and ended_at is null and (:session_id::uuid is null or id = :session_id)
