select tenant_id, tenant_name, role, last_login_at, status, valid_from, valid_until
from identity.memberships_of(:person_id)
order by last_login_at desc nulls last, tenant_id
