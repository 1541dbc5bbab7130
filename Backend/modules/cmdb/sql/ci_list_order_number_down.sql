-- By an attribute, from the end: a walk along its values between :from_number and :to_number. `at` is where the CI stands in the order.
select {ci_list_columns}, o.number_key::text as at
from (select o.number_key, o.name, o.ci_id from cmdb.ci_values o
      where o.tenant_id = :tenant_id and o.attribute = :order_by and o.number_key >= :from_number::double precision
        and (o.number_key, o.name, o.ci_id) < (case when :past_id::uuid is null then :to_number::double precision else :past_key::double precision end,
                                              case when :past_id::uuid is null then U&'\+10FFFF' else :past_name::text end,
                                              case when :past_id::uuid is null then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else :past_id::uuid end)
      order by o.number_key desc, o.name desc, o.ci_id desc
      limit :budget) o
join cmdb.cis i on i.tenant_id = :tenant_id and i.id = o.ci_id
where i.live
{ci_list_checks}
order by o.number_key desc, o.name desc, o.ci_id desc
limit :limit
