-- entity: source
select s.id, s.kind, s.key, s.name, s.quiet_after_hours,
       s.quiet_after_hours is not null and s.seen_at < now() - make_interval(hours => s.quiet_after_hours) as quiet,
       (select count(*) from cmdb.records r where r.tenant_id = :tenant_id and r.source_id = s.id) as records,
       s.created_at, s.seen_at, s.version
from cmdb.sources s
where s.tenant_id = :tenant_id and s.id = :id
for update of s
