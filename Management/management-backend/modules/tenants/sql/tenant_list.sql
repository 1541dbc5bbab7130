-- sorts: created_at timestamptz, name text
select id, name, owner_email, status, created_at, version, plan, features, limits, valid_from, valid_until, attempts, last_error, next_attempt_at,
    delivered_at
from tenants.details
where (:status::text is null or status = :status)
  and (:q::text is null or strpos(lower(name), lower(:q)) > 0 or strpos(owner_email, lower(:q)) > 0)
  and {after}
{order}
limit :limit
