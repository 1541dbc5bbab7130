-- How many people and programs have each role, by a built-in role's name or a custom one's id.
select coalesce(role_id::text, role) as role, count(*) filter (where person) as people, count(*) filter (where not person) as service_accounts
from (
    select role, role_id, true as person from identity.memberships where tenant_id = :tenant_id
    union all
    select role, role_id, false from identity.service_accounts where tenant_id = :tenant_id and role is not null
) as holders
group by 1
