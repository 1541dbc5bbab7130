select m.person_id, m.active, m.source, m.role, m.role_id, p.pending, m.accepted_at is null as invited,
    exists (select from sso.identities i
            where i.tenant_id = :tenant_id and i.connection_id = :connection_id and i.person_id = m.person_id) as linked
from identity.persons p
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = p.id
where p.email = :email
