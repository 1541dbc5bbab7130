insert into audit.verifications (tenant_id, next_seq, next_hash, counted)
values (:tenant_id, :next_seq, :next_hash, :counted)
on conflict (tenant_id) do update
set next_seq = excluded.next_seq, next_hash = excluded.next_hash, counted = excluded.counted
