-- Few CIs, found by their conditions and then sorted by an attribute; one of the two keys is empty in all of them.
select {ci_list_columns}, coalesce(o.text_key, o.number_key::text) as at
from {ci_list_meet} m
cross join lateral (select {ci_list_columns} from cmdb.cis i
                    where i.tenant_id = :tenant_id and i.id = m.ci_id and i.live
{ci_list_checks}
                    offset 0) i
cross join lateral (select v.text_key, v.number_key from cmdb.ci_values v
                    where v.tenant_id = :tenant_id and v.ci_id = i.id and v.attribute = :order_by and v.element = 0 offset 0) o
where case when :past_id::uuid is null then true
           when o.number_key is null then (o.text_key, i.name, i.id) > (:past_key::text, :past_name::text, :past_id::uuid)
           else (o.number_key, i.name, i.id) > (:past_key::double precision, :past_name::text, :past_id::uuid) end
order by o.text_key asc, o.number_key asc, i.name asc, i.id asc
limit :limit
