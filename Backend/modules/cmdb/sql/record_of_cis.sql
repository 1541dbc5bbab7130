select r.id, r.ci_id, r.source_id, s.kind as source_kind, s.key as source_key, s.name as source_name, r.key, r.class_key, r.class_seen_at,
       r.attributes, r.complete_at, r.deleted_at, r.stale, r.first_seen_at, r.seen_at
from cmdb.records r
join cmdb.sources s on s.tenant_id = :tenant_id and s.id = r.source_id
where r.tenant_id = :tenant_id and r.ci_id = any (:ids::uuid[])
