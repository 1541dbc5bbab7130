insert into cmdb.relations (tenant_id, id, type_key, from_record, from_ci, to_record, to_ci, source_id, note, created_at, created_by, seen_at)
select r.tenant_id, :id, :type_key, r.id, r.ci_id, t.id, t.ci_id, r.source_id, :note, :at, :actor_id, :at
from cmdb.records r
join cmdb.records t on t.tenant_id = :tenant_id and t.id = :to_record
where r.tenant_id = :tenant_id and r.id = :from_record
returning id, type_key, from_ci as from_id, to_ci as to_id, note, created_at
