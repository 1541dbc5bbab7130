select tenant_id, id, name
from sso.connections_for(:domain)
order by name, id
