select tenant_id, seq, hash, base_seq, base_hash, removed, removed_until, mac
from audit.heads
where tenant_id = :tenant_id
for update
