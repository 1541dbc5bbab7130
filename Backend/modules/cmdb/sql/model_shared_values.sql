-- Values that more than one live CI has, each with the second of them.
select (array_agg(ci_id order by ci_id))[2] as ci_id, (array_agg(name::text order by ci_id))[2] as name, attribute,
       to_jsonb(coalesce(text_key::text, number_key::text)) as value
from cmdb.ci_values
where tenant_id = :tenant_id and attribute = any (:attributes::text[])
group by attribute, text_key, number_key
having count(*) > 1
