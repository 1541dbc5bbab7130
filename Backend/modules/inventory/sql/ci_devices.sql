select d.id, d.name
from cmdb.records r
join cmdb.sources s on s.tenant_id = :tenant_id and s.id = r.source_id and s.kind = 'appliance'
join devices.devices d on d.tenant_id = :tenant_id and d.id = case when s.kind = 'appliance' then s.key::uuid end
where r.tenant_id = :tenant_id and r.ci_id = :id and r.key = 'machine'
order by d.name, d.id
