-- Issues a second token in exchange for one that was spent a moment ago, while nobody has used the first: its answer may have been lost.
-- Whichever of the two is used first begins the next generation, and the other is an outdated copy from then on.
with alive as (
    update identity.sessions s
    set last_used_at = :now, remote_address = :remote_address
    from identity.refresh_tokens r
    where r.tenant_id = :tenant_id and r.hash = :old_hash and r.used_at > :spent_since
      and s.tenant_id = :tenant_id and s.id = r.session_id and s.generation = r.generation + 1
      and s.ended_at is null and s.expires_at > :now
    returning s.id, s.person_id, s.expires_at, s.generation, s.proved_at
), again as (
    update identity.refresh_tokens r
    set again_at = :now
    from alive
    where r.tenant_id = :tenant_id and r.hash = :old_hash and r.again_at is null
    returning alive.id, alive.person_id, alive.expires_at, alive.generation, alive.proved_at
), issued as (
    insert into identity.refresh_tokens (tenant_id, hash, session_id, generation, issued_at)
    select :tenant_id, :new_hash, id, generation, :now from again
)
select again.id, again.person_id, again.expires_at, again.proved_at, m.role, r.name as role_name, r.permissions as role_permissions, t.status, l.valid_from, l.valid_until
from again
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = again.person_id and m.active
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
join licence.tenants t on t.id = :tenant_id
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
