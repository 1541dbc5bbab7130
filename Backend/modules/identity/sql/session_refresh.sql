-- Spends one token and issues the next. No row where the token is unknown or used, its session over or idle for too long.
with spent as (
    update identity.refresh_tokens
    set used_at = :now
    where tenant_id = :tenant_id and hash = :old_hash and used_at is null
    returning session_id
), alive as (
    update identity.sessions s
    set last_used_at = :now
    from spent
    where s.tenant_id = :tenant_id and s.id = spent.session_id
      and s.ended_at is null and s.expires_at > :now and s.last_used_at > :idle_since
    returning s.id, s.person_id, s.expires_at
), issued as (
    insert into identity.refresh_tokens (tenant_id, hash, session_id, issued_at)
    select :tenant_id, :new_hash, id, :now from alive
)
select alive.id, alive.person_id, alive.expires_at, m.role, t.status, l.valid_from, l.valid_until
from alive
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = alive.person_id and m.active
join licence.tenants t on t.id = :tenant_id
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
