-- The person's sessions that have run out go away in the same breath, so the table holds what can still be used and little more.
-- What is read of the membership is as it was before.
with outdated as (
    delete from identity.sessions
    where tenant_id = :tenant_id and person_id = :person_id and expires_at <= :now
), opened as (
    insert into identity.sessions (tenant_id, id, person_id, created_at, last_used_at, expires_at, proved_at, second_factor, user_agent,
        remote_address, sso_connection_id, sso_end_url)
    values (:tenant_id, :session_id, :person_id, :now, :now, :expires_at, :proved_at, :second_factor, :user_agent, :remote_address,
        :sso_connection_id, :sso_end_url)
    returning id
), issued as (
    insert into identity.refresh_tokens (tenant_id, hash, session_id, generation, issued_at)
    values (:tenant_id, :refresh_hash, :session_id, 1, :now)
), seen as (
    update identity.memberships
    set last_login_at = :now, last_seen_at = :now
    where tenant_id = :tenant_id and person_id = :person_id
)
select opened.id, p.email, p.language, p.password_changed_at, coalesce(r.name, m.role) as role,
    m.last_login_at is not null or cardinality(p.tenants) > 1 as returning_person
from opened
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = :person_id
join identity.persons p on p.id = m.person_id
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
