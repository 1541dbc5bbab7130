select k.id, k.service_account_id, k.scopes, k.expires_at, k.last_used_at,
       a.role, r.name as role_name, r.permissions as role_permissions, a.permissions as own_permissions,
       t.status, l.valid_from, l.valid_until
from identity.api_keys k
join identity.service_accounts a on a.tenant_id = :tenant_id and a.id = k.service_account_id and a.active
left join identity.roles r on r.tenant_id = :tenant_id and r.id = a.role_id
join licence.tenants t on t.id = :tenant_id
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
where k.tenant_id = :tenant_id and k.key_hash = :key_hash and k.revoked_at is null and k.expires_at > :now
