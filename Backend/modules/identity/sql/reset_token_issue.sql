select person_id
from identity.reset_token_issue(:person_id, :hash, :now, :expires_at) as issued (person_id)
