insert into cmdb.ci_values (tenant_id, ci_id, attribute, element, text_key, number_key, name)
select :tenant_id, r.ci_id, r.attribute, r.element, r.text_key, r.number_key, r.name
from jsonb_to_recordset(:rows::jsonb) as r (ci_id uuid, attribute text, element integer, text_key text, number_key double precision, name text)
