insert into cmdb.ci_history (tenant_id, ci_id, version, valid_from, class_key, name, status, live, merged_into, attributes, changes, cause,
                             actor_id, source_id)
select :tenant_id, r.ci_id, r.version, r.valid_from, r.class_key, r.name, r.status, r.live, r.merged_into, r.attributes, r.changes, r.cause,
       :actor_id, r.source_id
from jsonb_to_recordset(:rows::jsonb) as r (ci_id uuid, version bigint, valid_from timestamptz, class_key text, name text, status text,
                                            live boolean, merged_into uuid, attributes jsonb, changes jsonb, cause text, source_id uuid)
