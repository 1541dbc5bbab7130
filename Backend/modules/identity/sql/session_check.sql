-- Who is seen is noted at most once in a while, so that looking costs a write only then.
with checked as (
    select s.id, m.role, r.name as role_name, r.permissions as role_permissions, t.status, l.valid_from, l.valid_until
    from identity.sessions s
    join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = s.person_id and m.active
    left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
    join licence.tenants t on t.id = :tenant_id
    left join licence.tenant_licenses l on l.tenant_id = :tenant_id
    where s.tenant_id = :tenant_id and s.id = :session_id and s.person_id = :person_id and s.ended_at is null and s.expires_at > :now
), seen as (
    update identity.memberships
    set last_seen_at = :now
    where tenant_id = :tenant_id and person_id = :person_id and (last_seen_at is null or last_seen_at <= :seen_before)
      and exists (select from checked)
), used as (
    update identity.sessions
    set last_used_at = :now
    where tenant_id = :tenant_id and id = :session_id and last_used_at <= :seen_before and ended_at is null and exists (select from checked)
)
select role, role_name, role_permissions, status, valid_from, valid_until
from checked
