-- sorts: name text = o.name
-- id: o.ci_id
-- The CIs as they were at :as_of, from the states that were valid then.
select {ci_list_columns}
from cmdb.ci_history o
cross join lateral (select o.ci_id as id, o.class_key, o.name, o.status, o.attributes, o.live, o.merged_into, null::timestamptz as deleted_at,
                           false as stale, o.valid_from as seen_at, o.valid_from as created_at, o.valid_from as updated_at, o.version) i
where o.tenant_id = :tenant_id and o.live and o.valid_from <= :as_of::timestamptz and o.valid_to > :as_of::timestamptz and {after}
{ci_list_checks}
{order}
limit :limit
