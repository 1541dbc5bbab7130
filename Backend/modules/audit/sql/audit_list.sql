-- sorts: at timestamptz = e.at
-- id: e.id
select e.id, e.at, e.actor_kind, e.actor_id, p.email as actor_email, e.operation, e.target_id, e.request_id, e.remote_address, e.changes
from audit.entries e
left join identity.persons p on p.id = e.actor_id and e.actor_kind = 'user'
where e.tenant_id = :tenant_id
  and (:operation::text is null or e.operation = :operation)
  and (:actor_id::uuid is null or e.actor_id = :actor_id)
  and (:target_id::uuid is null or e.target_id = :target_id)
  and (:from::timestamptz is null or e.at >= :from)
  and (:to::timestamptz is null or e.at < :to)
  and {after}
{order}
limit :limit
