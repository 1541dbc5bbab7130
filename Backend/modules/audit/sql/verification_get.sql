-- entity: tenant
select v.checked, v.finished_at, v.fault, v.fault_seq, v.fault_entry, v.fault_detail, coalesce(h.seq, 0) as sealed,
       coalesce(h.removed, 0) as removed, h.removed_until
from (select :tenant_id::uuid as tenant_id) as mine
left join audit.verifications v on v.tenant_id = mine.tenant_id and v.tenant_id = :tenant_id
left join audit.heads h on h.tenant_id = mine.tenant_id and h.tenant_id = :tenant_id
