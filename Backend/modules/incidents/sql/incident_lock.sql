select i.id, i.number, i.title, i.description, i.status, i.impact, i.urgency, i.priority,
       i.assignee_id, a.display_name as assignee_name, i.reporter_id, r.display_name as reporter_name,
       i.alert_id, i.resolution, i.created_at, i.updated_at, i.resolved_at, i.closed_at, i.version
from itsm.incidents i
left join identity.memberships a on a.tenant_id = :tenant_id and a.person_id = i.assignee_id
left join identity.memberships r on r.tenant_id = :tenant_id and r.person_id = i.reporter_id
where i.tenant_id = :tenant_id and i.id = :id
for update of i
