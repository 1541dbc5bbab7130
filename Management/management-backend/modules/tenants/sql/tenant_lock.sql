select t.status, exists (select from licences.tenant_licenses l where l.tenant_id = t.id) as licensed
from tenants.tenants t
where t.id = :id
for update
