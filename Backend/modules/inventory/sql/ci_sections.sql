select i.device_id, i.section, i.items, i.changed_at, i.seen_at
from cmdb.records r
join cmdb.sources s on s.tenant_id = :tenant_id and s.id = r.source_id and s.kind = 'appliance'
join cmdb.inventory_sections i on i.tenant_id = :tenant_id and i.device_id = case when s.kind = 'appliance' then s.key::uuid end
where r.tenant_id = :tenant_id and r.ci_id = :id and r.key = 'machine'
order by i.device_id, i.section
