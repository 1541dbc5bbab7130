-- entity: CI
-- One level of a walk: the CIs asked for that are there, each in a row of its own, and the relations that lead on from them.
with alive as materialized (
    select c.id, c.name, c.class_key, c.status, c.stale
    from cmdb.cis c
    where c.tenant_id = :tenant_id and c.id = any (:ids::uuid[]) and c.live
)
select a.id as at, null::uuid as next, null::text as type_key, null::text as direction, a.name, a.class_key, a.status, a.stale
from alive a
union all
(select a.id, r.from_ci, r.type_key, 'incoming', null, null, null, null
 from alive a
 join cmdb.relations r on r.tenant_id = :tenant_id and r.to_ci = a.id and r.type_key = any (:incoming::text[]) and r.ended_at is null
 where cardinality(:incoming::text[]) > 0
 limit :most)
union all
(select a.id, r.to_ci, r.type_key, 'outgoing', null, null, null, null
 from alive a
 join cmdb.relations r on r.tenant_id = :tenant_id and r.from_ci = a.id and r.type_key = any (:outgoing::text[]) and r.ended_at is null
 where cardinality(:outgoing::text[]) > 0
 limit :most)
