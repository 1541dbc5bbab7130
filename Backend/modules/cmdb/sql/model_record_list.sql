-- Records of some classes that say something of some attributes; of any, where none is named.
select r.id, r.ci_id, c.name, r.class_key, r.attributes, r.seen_at
from cmdb.records r
join cmdb.cis c on c.tenant_id = :tenant_id and c.id = r.ci_id
where r.tenant_id = :tenant_id and r.id > :after and r.class_key = any (:classes::text[])
  and case when cardinality(:attributes::text[]) = 0 then true else r.attributes ?| :attributes::text[] end
order by r.id
limit :limit
