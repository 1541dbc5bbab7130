insert into cmdb.duplicates (tenant_id, id, ci_a, ci_b, reasons, found_at)
select :tenant_id, r.id, r.ci_a, r.ci_b, r.reasons, :at
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, ci_a uuid, ci_b uuid, reasons jsonb)
on conflict (tenant_id, ci_a, ci_b) do update set reasons = excluded.reasons
