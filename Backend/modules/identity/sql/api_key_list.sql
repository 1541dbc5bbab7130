-- entity: API key
-- sorts: created_at timestamptz = k.created_at
-- id: k.id
select k.id, k.service_account_id, a.name as service_account_name, k.name, k.hint, k.scopes, k.created_at, k.expires_at,
       k.last_used_at, k.last_used_address, k.revoked_at, k.replaced_by
from identity.api_keys k
join identity.service_accounts a on a.tenant_id = :tenant_id and a.id = k.service_account_id
where k.tenant_id = :tenant_id
  and case when :service_account_id::uuid is null then true else k.service_account_id = :service_account_id::uuid end
  and {after}
{order}
limit :limit
