select m.person_id as id, m.display_name as title, p.email as subtitle
from (select m.* from identity.memberships m
      where m.tenant_id = :tenant_id order by m.display_name, m.person_id limit :looked_at) m
join identity.persons p on p.id = m.person_id
where m.active
  and not exists (select from unnest(:words::text[]) as c (word)
                  where strpos(lower(m.display_name), lower(c.word)) = 0 and strpos(p.email, lower(c.word)) = 0)
order by m.display_name, m.person_id
limit :most
