select t.status, l.plan, l.limits, l.valid_from, l.valid_until,
    array(select f.feature from licence.tenant_features f where f.tenant_id = :tenant_id order by f.feature) as features
from licence.tenants t
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
where t.id = :tenant_id
