select next_seq, next_hash, counted
from audit.verifications
where tenant_id = :tenant_id
