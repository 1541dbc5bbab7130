select m.person_id as id, m.source, m.active
from identity.persons p
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = p.id
where p.email = :email
