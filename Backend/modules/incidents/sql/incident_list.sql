-- sorts: created_at timestamptz = i.created_at, updated_at timestamptz = i.updated_at, number text = i.number, priority itsm.priority = i.priority
-- id: i.id
-- Filters are cases, because of an `or` the planner believes that hardly a row passes, and sorts the whole tenant instead of reading a page.
select i.id, i.number, i.title, i.description, i.status, i.impact, i.urgency, i.priority,
       i.assignee_id, a.display_name as assignee_name, i.reporter_id, r.display_name as reporter_name,
       i.alert_id, i.resolution, i.created_at, i.updated_at, i.resolved_at, i.closed_at, i.version
from itsm.incidents i
left join identity.memberships a on a.tenant_id = :tenant_id and a.person_id = i.assignee_id
left join identity.memberships r on r.tenant_id = :tenant_id and r.person_id = i.reporter_id
where i.tenant_id = :tenant_id and {after}
  and case when cardinality(:status::text[]) = 0 then true else i.status = any (:status::text[]) end
  and case when cardinality(:priority::itsm.priority[]) = 0 then true else i.priority = any (:priority::itsm.priority[]) end
  and case when :assignee_id::uuid is null then true else i.assignee_id = :assignee_id::uuid end
  and case when :unassigned::boolean is null then true else (i.assignee_id is null) = :unassigned::boolean end
  and case when :q::text is null then true else strpos(lower(i.title), lower(:q::text)) > 0 or starts_with(i.number, upper(:q::text)) end
{order}
limit :limit
