-- sorts: created_at timestamptz = i.created_at, updated_at timestamptz = i.updated_at, number text = i.number, priority itsm.priority = i.priority
-- id: i.id
select i.id, i.number, i.title, i.description, i.status, i.impact, i.urgency, i.priority,
       i.assignee_id, a.display_name as assignee_name, i.reporter_id, r.display_name as reporter_name,
       i.alert_id, i.resolution, i.created_at, i.updated_at, i.resolved_at, i.closed_at, i.version
from itsm.incidents i
left join identity.memberships a on a.tenant_id = :tenant_id and a.person_id = i.assignee_id
left join identity.memberships r on r.tenant_id = :tenant_id and r.person_id = i.reporter_id
where i.tenant_id = :tenant_id and {after}
  and (cardinality(:status::text[]) = 0 or i.status = any (:status::text[]))
  and (cardinality(:priority::itsm.priority[]) = 0 or i.priority = any (:priority::itsm.priority[]))
  and (:assignee_id::uuid is null or i.assignee_id = :assignee_id::uuid)
  and (:unassigned::boolean is null or (i.assignee_id is null) = :unassigned::boolean)
  and (:q::text is null or strpos(lower(i.title), lower(:q::text)) > 0 or starts_with(i.number, upper(:q::text)))
{order}
limit :limit
