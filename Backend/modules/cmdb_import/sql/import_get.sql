select i.id, i.name, i.format, i.state, i.columns, i.class_key, i.mapping, i.parts, i.row_count, i.done, i.creates, i.updates, i.unchanged,
       i.conflicts, i.bad, i.applied, i.error, i.source_id, coalesce(m.display_name, s.name) as created_by_name, i.created_at, i.updated_at,
       i.version
from cmdb.imports i
left join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = i.created_by
left join identity.service_accounts s on s.tenant_id = :tenant_id and s.id = i.created_by
where i.tenant_id = :tenant_id and i.id = :id
