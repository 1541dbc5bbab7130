insert into cmdb.identifiers (tenant_id, kind, value, record_id)
select :tenant_id, r.kind, r.value, r.record_id
from jsonb_to_recordset(:rows::jsonb) as r (kind text, value text, record_id uuid)
