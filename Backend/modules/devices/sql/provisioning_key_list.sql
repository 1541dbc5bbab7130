-- entity: provisioning key
-- sorts: created_at timestamptz
select id, name, prefix, max_uses, uses, expires_at, revoked_at, created_at
from devices.provisioning_keys
where tenant_id = :tenant_id and {after}
{order}
limit :limit
