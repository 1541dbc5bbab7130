insert into cmdb.import_rows (tenant_id, import_id, number, id, cells, unreadable, outcome, problems)
select :tenant_id, :id, r.number, r.id, r.cells, r.unreadable, r.outcome, r.problems
from jsonb_to_recordset(:rows::jsonb) as r (number integer, id uuid, cells jsonb, unreadable boolean, outcome text, problems jsonb)
