select d.id, d.name as title, d.machine_id as subtitle
from (select d.* from devices.devices d where d.tenant_id = :tenant_id order by d.name, d.id limit :looked_at) d
where d.revoked_at is null
  and not exists (select from unnest(:words::text[]) as c (word)
                  where strpos(lower(d.name), lower(c.word)) = 0 and strpos(lower(d.machine_id), lower(c.word)) = 0)
order by d.name, d.id
limit :most
