insert into cmdb.decisions (tenant_id, record_a, record_b, verdict, reason, actor_id, at)
select :tenant_id, r.record_a, r.record_b, r.verdict, :reason, :actor_id, :at
from jsonb_to_recordset(:rows::jsonb) as r (record_a uuid, record_b uuid, verdict text)
on conflict (tenant_id, record_a, record_b) do update
set verdict = excluded.verdict, reason = excluded.reason, actor_id = excluded.actor_id, at = excluded.at
