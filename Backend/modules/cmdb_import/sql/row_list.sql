-- sorts: number integer = r.number
-- id: r.id
select r.id, r.number, r.outcome, r.cells, r.problems, r.ci_id
from cmdb.import_rows r
where r.tenant_id = :tenant_id and r.import_id = :import_id and {after}
  and case when cardinality(:outcome::text[]) = 0 then true else r.outcome = any (:outcome::text[]) end
{order}
limit :limit
