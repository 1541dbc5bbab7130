select h.ci_id as id, h.version, h.valid_from, nullif(h.valid_to, 'infinity') as valid_to, h.class_key, h.name, h.status, h.live, h.merged_into,
       h.attributes, h.changes, h.cause, h.actor_id, coalesce(m.display_name, a.name) as actor_name, h.source_id, s.kind as source_kind,
       s.name as source_name
from cmdb.ci_history h
left join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = h.actor_id
left join identity.service_accounts a on a.tenant_id = :tenant_id and a.id = h.actor_id
left join cmdb.sources s on s.tenant_id = :tenant_id and s.id = h.source_id
where h.tenant_id = :tenant_id and h.ci_id = :id and h.valid_from <= :at and h.valid_to > :at
order by h.version desc
limit 1
