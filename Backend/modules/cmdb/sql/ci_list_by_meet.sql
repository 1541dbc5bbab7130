-- sorts: name text = i.name, updated_at timestamptz = i.updated_at, created_at timestamptz = i.created_at, seen_at timestamptz = i.seen_at
-- id: i.id
-- Few CIs, found by their conditions and then sorted. `offset 0` keeps the planner from walking the whole order instead.
select {ci_list_columns}
from {ci_list_meet} m
cross join lateral (select {ci_list_columns} from cmdb.cis i
                    where i.tenant_id = :tenant_id and i.id = m.ci_id and i.live
{ci_list_checks}
                    offset 0) i
where {after}
{order}
limit :limit
