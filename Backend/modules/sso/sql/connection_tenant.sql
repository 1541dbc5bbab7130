select tenant_id
from sso.connection_tenant(:id) as found (tenant_id)
