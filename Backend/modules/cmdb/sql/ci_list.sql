-- sorts: name text = o.name, updated_at timestamptz = o.updated_at, created_at timestamptz = o.created_at, seen_at timestamptz = o.seen_at
-- id: o.id
-- A walk along the order, of no more than :budget CIs, that keeps those that pass.
select {ci_list_columns}
from (select o.id, o.name, o.updated_at, o.created_at, o.seen_at from cmdb.cis o where o.tenant_id = :tenant_id and o.live and {after} {order} limit :budget) o
join cmdb.cis i on i.tenant_id = :tenant_id and i.id = o.id
where i.live
{ci_list_checks}
{order}
limit :limit
