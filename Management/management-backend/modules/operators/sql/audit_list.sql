-- sorts: at timestamptz = e.at
-- id: e.id
-- scans: no tenant reads this, operators see everything
select e.id, e.at, e.actor_kind, e.actor_id, o.email as actor_email, e.operation, e.outcome, e.target_id, e.request_id, e.remote_address, e.changes
from audit.entries e
left join operators.operators o on o.id = e.actor_id
where (:operation::text is null or e.operation = :operation)
  and (:actor_id::uuid is null or e.actor_id = :actor_id)
  and (:target_id::uuid is null or e.target_id = :target_id)
  and (:from::timestamptz is null or e.at >= :from)
  and (:to::timestamptz is null or e.at < :to)
  and {after}
{order}
limit :limit
