-- sorts: name text = o.name
-- id: o.ci_id
-- What has one value of one attribute stands in its index by name.
select {ci_list_columns}
from (select o.name, o.ci_id from cmdb.ci_values o
      where o.tenant_id = :tenant_id and o.attribute = :drive_attribute and o.number_key = :drive_number::double precision and {after}
      {order} limit :budget) o
join cmdb.cis i on i.tenant_id = :tenant_id and i.id = o.ci_id
where i.live
{ci_list_checks}
{order}
limit :limit
