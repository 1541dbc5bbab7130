insert into cmdb.import_identities (tenant_id, import_id, identity, number)
select :tenant_id, :id, r.identity, min(r.number)
from jsonb_to_recordset(:rows::jsonb) as r (identity text, number integer)
group by r.identity
on conflict do nothing
