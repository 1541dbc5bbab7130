-- By an attribute: a walk along its values between :from_text and :to_text. `at` is where the CI stands in the order.
select {ci_list_columns}, o.text_key::text as at
from (select o.text_key, o.name, o.ci_id from cmdb.ci_values o
      where o.tenant_id = :tenant_id and o.attribute = :order_by and o.text_key <= :to_text::text
        and (o.text_key, o.name, o.ci_id) > (case when :past_id::uuid is null then :from_text::text else :past_key::text end,
                                              case when :past_id::uuid is null then '' else :past_name::text end,
                                              case when :past_id::uuid is null then '00000000-0000-0000-0000-000000000000' else :past_id::uuid end)
      order by o.text_key asc, o.name asc, o.ci_id asc
      limit :budget) o
join cmdb.cis i on i.tenant_id = :tenant_id and i.id = o.ci_id
where i.live
{ci_list_checks}
order by o.text_key asc, o.name asc, o.ci_id asc
limit :limit
