update cmdb.records
set ci_id = r.ci_id
from jsonb_to_recordset(:rows::jsonb) as r (id uuid, ci_id uuid)
where records.tenant_id = :tenant_id and records.id = r.id
