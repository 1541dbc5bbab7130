-- Every owner, and which of them may sign in without the provider.
select m.person_id as id, p.email, m.display_name, m.break_glass, not p.pending as has_password, p.language
from identity.memberships m
join identity.persons p on p.id = m.person_id
where m.tenant_id = :tenant_id and m.role = 'owner' and m.active and m.accepted_at is not null
order by m.display_name, m.person_id
