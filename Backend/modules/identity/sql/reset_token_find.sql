select person_id, email, language, tenant_id, names
from identity.reset_token_find(:hash, :now)
