delete from cmdb.ci_values
using jsonb_to_recordset(:rows::jsonb) as r (ci_id uuid, attribute text, element integer)
where ci_values.tenant_id = :tenant_id and ci_values.ci_id = r.ci_id and ci_values.attribute = r.attribute and ci_values.element = r.element
