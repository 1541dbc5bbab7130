-- Whoever gives one of these CIs a relation waits here, in the order of the ids, so that a cardinality holds also when two do it at once.
select c.id
from cmdb.cis c
where c.tenant_id = :tenant_id and c.id = any (:ids::uuid[]) and c.live
order by c.id
for no key update of c
