-- The person as this tenant knows them, for letters to them and for what their password must not be made of.
select p.email, p.language, m.display_name, t.name as tenant_name
from identity.memberships m
join identity.persons p on p.id = m.person_id
join licence.tenants t on t.id = :tenant_id
where m.tenant_id = :tenant_id and m.person_id = :person_id
