select tenant_id
from audit.chains(:checked_before)
