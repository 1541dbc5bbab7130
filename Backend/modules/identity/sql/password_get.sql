-- Through the same look-up as the log-in, for a person whom the tenant sees.
select l.password_hash
from identity.persons p
cross join lateral identity.login_person(p.email, '') as l
where p.id = :person_id
