delete from cmdb.duplicates
using jsonb_to_recordset(:rows::jsonb) as r (ci_a uuid, ci_b uuid)
where duplicates.tenant_id = :tenant_id and duplicates.ci_a = r.ci_a and duplicates.ci_b = r.ci_b
