select id, kind, name, directory_id, issuer, client_id, client_secret, domains, joining, role, role_id, trusts_second_factor, enabled, enforced,
    settings, tested, tested_at, created_at, version
from sso.connections
where tenant_id = :tenant_id
order by created_at, id
