insert into audit.heads (tenant_id, seq, hash, base_seq, base_hash, removed, removed_until, mac)
values (:tenant_id, :seq, :hash, :base_seq, :base_hash, :removed, :removed_until, :mac)
on conflict do nothing
