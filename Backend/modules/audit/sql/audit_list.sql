-- entity: audit entry
-- sorts: at timestamptz = e.at
-- id: e.id
-- given: operation, actor_id, target_id, outcome, remote_address, request_id
select e.id, e.at, e.actor_kind, e.actor_id, p.email as actor_email, s.name as actor_name, e.operation, e.outcome, e.target_id, t.email as target_email,
       e.request_id, e.remote_address, e.changes
from audit.entries e
left join identity.persons p on p.id = e.actor_id and e.actor_kind = 'user'
left join identity.service_accounts s on s.tenant_id = :tenant_id and s.id = e.actor_id and e.actor_kind = 'service'
left join identity.persons t on t.id = e.target_id
where e.tenant_id = :tenant_id
  and (:operation::text is null or e.operation = :operation)
  and (:actor_id::uuid is null or e.actor_id = :actor_id)
  and (:target_id::uuid is null or e.target_id = :target_id)
  and (:outcome::text is null or e.outcome = :outcome)
  and (:remote_address::text is null or e.remote_address = :remote_address)
  and (:request_id::text is null or e.request_id = :request_id)
  and (:from::timestamptz is null or e.at >= :from)
  and (:to::timestamptz is null or e.at < :to)
  and {after}
{order}
limit :limit
