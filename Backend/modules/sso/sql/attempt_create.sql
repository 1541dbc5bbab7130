-- Those that nobody can finish any more go away in the same breath.
with outdated as (
    delete from sso.attempts
    where tenant_id = :tenant_id and expires_at <= :now
)
insert into sso.attempts (tenant_id, browser_hash, state_hash, connection_id, purpose, session_id, settings, sealed, created_at, expires_at)
values (:tenant_id, :browser_hash, :state_hash, :connection_id, :purpose, :session_id, :settings, :sealed, :now, :expires_at)
