-- What a source says, or said until after a time, of relations that touch one of these records.
with touched as materialized (
    select r.id, r.ci_id from cmdb.records r where r.tenant_id = :tenant_id and r.id = any (:records::uuid[])
)
select r.type_key, r.from_record, r.from_ci, r.to_record, r.to_ci, r.id, r.seen_at, r.ended_at
from touched t
join cmdb.relations r on r.tenant_id = :tenant_id and r.from_ci = t.ci_id and r.from_record = t.id
where r.source_id = :source_id and case when r.ended_at is null then true else r.ended_at > :at end
union
select r.type_key, r.from_record, r.from_ci, r.to_record, r.to_ci, r.id, r.seen_at, r.ended_at
from touched t
join cmdb.relations r on r.tenant_id = :tenant_id and r.to_ci = t.ci_id and r.to_record = t.id
where r.source_id = :source_id and case when r.ended_at is null then true else r.ended_at > :at end
