-- By number along its index; by words among the newest :looked_at, because no index of titles exists.
select i.id, i.number || ' ' || i.title as title, i.status as subtitle
from (
    select n.id, n.number, n.title, n.status, n.created_at, 0 as rank
    from unnest(:number_from::text[], :number_to::text[]) as c (number_from, number_to)
    cross join lateral (select i.* from itsm.incidents i
                        where i.tenant_id = :tenant_id and i.number >= c.number_from and i.number <= c.number_to
                        order by i.number limit :most) n
    union all
    select r.id, r.number, r.title, r.status, r.created_at, 1
    from (select i.* from itsm.incidents i where i.tenant_id = :tenant_id order by i.created_at desc, i.id desc limit :looked_at) r
    where not exists (select from unnest(:words::text[]) as c (word) where strpos(lower(r.title), lower(c.word)) = 0)
      and not exists (select from unnest(:number_from::text[], :number_to::text[]) as c (number_from, number_to)
                      where r.number between c.number_from and c.number_to)
) i
order by i.rank, i.created_at desc, i.id
limit :most
