-- sorts: name text = o.name
-- id: o.id
-- One walk by name for each class and status, merged; of the first :budget of them those that pass.
select {ci_list_columns}
from (select o.name, o.id
      from unnest(:cell_class::text[]) as k (class_key)
      cross join unnest(:cell_status::text[]) as s (status)
      cross join lateral (select o.name, o.id from cmdb.cis o
                          where o.tenant_id = :tenant_id and o.live and o.class_key = k.class_key and o.status = s.status and {after}
                          {order} limit :budget) o
      {order} limit :budget) o
join cmdb.cis i on i.tenant_id = :tenant_id and i.id = o.id
where i.live
{ci_list_checks}
{order}
limit :limit
