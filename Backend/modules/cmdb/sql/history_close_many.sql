update cmdb.ci_history
set valid_to = r.valid_to
from jsonb_to_recordset(:rows::jsonb) as r (ci_id uuid, version bigint, valid_to timestamptz)
where ci_history.tenant_id = :tenant_id and ci_history.ci_id = r.ci_id and ci_history.version = r.version
