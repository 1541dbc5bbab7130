select count(*)
from identity.service_accounts
where tenant_id = :tenant_id
