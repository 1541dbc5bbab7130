-- Spends a token of the session's latest generation and issues the first of the next. No row where the token is unknown or of an earlier
-- generation, its session over or idle for too long. Two uses at the same moment queue for the session's row.
with alive as (
    update identity.sessions s
    set last_used_at = :now, remote_address = :remote_address, generation = s.generation + 1
    from identity.refresh_tokens r
    left join identity.security_policies policy on policy.tenant_id = :tenant_id
    where r.tenant_id = :tenant_id and r.hash = :old_hash
      and s.tenant_id = :tenant_id and s.id = r.session_id and s.generation = r.generation
      and s.ended_at is null and s.expires_at > :now
      and s.last_used_at > greatest(:idle_since, :now - make_interval(mins => policy.session_idle_minutes))
    returning s.id, s.person_id, s.expires_at, s.generation, s.proved_at
), spent as (
    update identity.refresh_tokens r
    set used_at = :now
    from alive
    where r.tenant_id = :tenant_id and r.hash = :old_hash
), issued as (
    insert into identity.refresh_tokens (tenant_id, hash, session_id, generation, issued_at)
    select :tenant_id, :new_hash, id, generation, :now from alive
)
select alive.id, alive.person_id, alive.expires_at, alive.proved_at, m.role, r.name as role_name, r.permissions as role_permissions, t.status, l.valid_from, l.valid_until
from alive
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = alive.person_id and m.active
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
join licence.tenants t on t.id = :tenant_id
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
