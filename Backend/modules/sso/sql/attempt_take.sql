with taken as (
    delete from sso.attempts
    where tenant_id = :tenant_id and browser_hash = :browser_hash and state_hash = :state_hash and purpose = :purpose and expires_at > :now
    returning connection_id, session_id, settings, sealed, created_at
)
select connection_id, session_id, settings, sealed, created_at
from taken
