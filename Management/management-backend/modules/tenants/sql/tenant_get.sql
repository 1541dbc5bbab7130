select id, name, owner_email, status, created_at, version, plan, features, limits, valid_from, valid_until, attempts, last_error, next_attempt_at,
    delivered_at
from tenants.details
where id = :id
