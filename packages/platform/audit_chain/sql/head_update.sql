update audit.heads
set seq = :seq, hash = :hash, base_seq = :base_seq, base_hash = :base_hash, removed = :removed, removed_until = :removed_until, mac = :mac
where tenant_id = :tenant_id
