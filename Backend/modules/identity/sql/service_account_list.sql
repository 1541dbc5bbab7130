-- entity: service account
-- sorts: name text = a.name, created_at timestamptz = a.created_at
-- id: a.id
select a.id, a.name, a.purpose, a.role, a.role_id, r.name as role_name, r.permissions as role_permissions, a.permissions as own_permissions, a.active,
       (select count(*) from identity.api_keys k
        where k.tenant_id = :tenant_id and k.service_account_id = a.id and k.revoked_at is null and k.expires_at > :now) as keys,
       (select max(k.last_used_at) from identity.api_keys k where k.tenant_id = :tenant_id and k.service_account_id = a.id) as last_used_at,
       a.created_at, a.version
from identity.service_accounts a
left join identity.roles r on r.tenant_id = :tenant_id and r.id = a.role_id
where a.tenant_id = :tenant_id and {after}
{order}
limit :limit
