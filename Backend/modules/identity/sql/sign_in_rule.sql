-- The connection that this tenant's people have to sign in by, and whether this person may do without.
select c.id, c.name, m.break_glass
from sso.connections c
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = :actor_id
where c.tenant_id = :tenant_id and c.enforced
