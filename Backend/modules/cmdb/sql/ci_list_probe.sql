-- How many CIs each condition that could drive has, as far as it matters: :few or more are many.
select 'text' as kind, c.n::integer as place, m.count
from unnest(:text_attribute::text[], :text_low::text[], :text_high::text[]) with ordinality as c (attribute, low, high, n)
cross join lateral (select count(*) from (
    select from cmdb.ci_values v
    where v.tenant_id = :tenant_id and v.attribute = c.attribute and v.text_key >= c.low and v.text_key <= c.high limit :few) x) m
union all
select 'number', c.n::integer, m.count
from unnest(:number_attribute::text[], :number_low::double precision[], :number_high::double precision[])
     with ordinality as c (attribute, low, high, n)
cross join lateral (select count(*) from (
    select from cmdb.ci_values v
    where v.tenant_id = :tenant_id and v.attribute = c.attribute and v.number_key >= c.low and v.number_key <= c.high limit :few) x) m
union all
select 'word', c.n::integer, m.count
from unnest(:word_low::text[], :word_high::text[]) with ordinality as c (low, high, n)
cross join lateral (select count(*) from (
    select from cmdb.ci_words w where w.tenant_id = :tenant_id and w.word >= c.low and w.word < c.high limit :few) x) m
union all
select 'cell', 1, count(*)
from (select
      from unnest(:cell_class::text[]) as k (class_key)
      cross join unnest(:cell_status::text[]) as s (status)
      cross join lateral (select from cmdb.cis o
                          where o.tenant_id = :tenant_id and o.live and o.class_key = k.class_key and o.status = s.status limit :few) f
      limit :few) x
union all
select 'stale', 1, count(*)
from (select from (select true where :stale_drives::boolean) c
      cross join lateral (select from cmdb.cis o where o.tenant_id = :tenant_id and o.live and o.stale limit :few) f) x
