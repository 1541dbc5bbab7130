insert into audit.verifications (tenant_id, next_seq, next_hash, counted, checked, finished_at, fault, fault_seq, fault_entry, fault_detail)
values (:tenant_id, :next_seq, :next_hash, 0, :checked, :finished_at, :fault, :fault_seq, :fault_entry, :fault_detail)
on conflict (tenant_id) do update
set next_seq = excluded.next_seq, next_hash = excluded.next_hash, counted = 0, checked = excluded.checked,
    finished_at = excluded.finished_at, fault = excluded.fault, fault_seq = excluded.fault_seq, fault_entry = excluded.fault_entry,
    fault_detail = excluded.fault_detail
