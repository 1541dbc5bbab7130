update cmdb.import_rows
set outcome = r.outcome, problems = r.problems, ci_id = r.ci_id
from jsonb_to_recordset(:rows::jsonb) as r (number integer, outcome text, problems jsonb, ci_id uuid)
where import_rows.tenant_id = :tenant_id and import_rows.import_id = :id and import_rows.number = r.number
