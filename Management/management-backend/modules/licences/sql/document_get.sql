-- entity: tenant
select t.id, t.name, t.status, t.revision, t.owner_email, t.setup_token_hash, t.setup_expires_at,
    l.plan, l.features, l.limits, l.valid_from, l.valid_until
from tenants.tenants t
left join licences.tenant_licenses l on l.tenant_id = t.id
where t.id = :tenant
