select t.id, t.kind, t.actor_id, coalesce(m.display_name, s.name) as actor_name, t.at, t.body, t.changes
from itsm.timeline t
left join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = t.actor_id
left join identity.service_accounts s on s.tenant_id = :tenant_id and s.id = t.actor_id
where t.tenant_id = :tenant_id and t.incident_id = :incident_id and t.id = :id
