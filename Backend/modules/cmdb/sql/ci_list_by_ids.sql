-- Of these CIs those that are there, in the order of their ids.
select {ci_list_columns}
from (select distinct c.id from unnest(:ids::uuid[]) as c (id) where c.id > :past::uuid order by c.id) c
cross join lateral (select {ci_list_columns} from cmdb.cis i where i.tenant_id = :tenant_id and i.id = c.id and i.live offset 0) i
order by c.id
limit :limit
