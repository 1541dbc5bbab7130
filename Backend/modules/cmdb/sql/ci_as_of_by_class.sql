-- sorts: name text = o.name
-- id: o.ci_id
-- The same of some classes: a walk for each, merged.
select {ci_list_columns}
from (select o.*
      from unnest(:class_key::text[]) as k (class_key)
      cross join lateral (select o.* from cmdb.ci_history o
                          cross join lateral (select o.ci_id as id, o.class_key, o.status, o.attributes, false as stale) i
                          where o.tenant_id = :tenant_id and o.live and o.class_key = k.class_key
                            and o.valid_from <= :as_of::timestamptz and o.valid_to > :as_of::timestamptz and {after}
{ci_list_checks}
                          {order} limit :limit) o
      {order} limit :limit) o
cross join lateral (select o.ci_id as id, o.class_key, o.name, o.status, o.attributes, o.live, o.merged_into, null::timestamptz as deleted_at,
                           false as stale, o.valid_from as seen_at, o.valid_from as created_at, o.valid_from as updated_at, o.version) i
{order}
limit :limit
