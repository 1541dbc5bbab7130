-- The one chain of this service, that of the nil uuid.
select v.checked, v.finished_at, v.fault, v.fault_seq, v.fault_entry, v.fault_detail, coalesce(h.seq, 0) as sealed,
       coalesce(h.removed, 0) as removed, h.removed_until
from (values ('00000000-0000-0000-0000-000000000000'::uuid)) as nil (tenant_id)
left join audit.verifications v on v.tenant_id = nil.tenant_id
left join audit.heads h on h.tenant_id = nil.tenant_id
