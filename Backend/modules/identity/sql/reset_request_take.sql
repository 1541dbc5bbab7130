select email, language, person_id, tenant_id, letters
from identity.reset_request_take(:since)
