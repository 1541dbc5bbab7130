select email, language, person_id, tenant_id, letters, managed_by
from identity.reset_request_take(:since)
