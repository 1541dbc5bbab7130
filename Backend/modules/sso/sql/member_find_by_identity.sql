select m.person_id, m.active, m.source, m.role, m.role_id, p.pending, m.accepted_at is null as invited, true as linked
from sso.identities i
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = i.person_id
join identity.persons p on p.id = m.person_id
where i.tenant_id = :tenant_id and i.connection_id = :connection_id and i.issuer = :issuer and i.subject = :subject
