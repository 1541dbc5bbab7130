select t.status, l.plan, l.limits, l.valid_from, l.valid_until,
    array(select f.feature from licence.tenant_features f where f.tenant_id = :tenant_id order by f.feature) as features,
    (select count(*) from devices.devices d where d.tenant_id = :tenant_id and d.revoked_at is null) as devices,
    (select count(*) from identity.memberships m where m.tenant_id = :tenant_id and m.active) as users
from licence.tenants t
left join licence.tenant_licenses l on l.tenant_id = :tenant_id
where t.id = :tenant_id
