-- Whose role is not what their groups say. No persons: everybody the directory has brought.
select s.person_id, coalesce(mapped.role, d.default_role, 'auditor') as role,
    case when mapped.role is null then d.default_role_id else mapped.role_id end as role_id
from scim.users s
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = s.person_id
left join scim.settings d on d.tenant_id = :tenant_id
left join lateral (
    select g.role, g.role_id
    from scim.members i
    join scim.groups g on g.tenant_id = :tenant_id and g.id = i.group_id
    where i.tenant_id = :tenant_id and i.person_id = s.person_id and g.role is not null
    order by g.rank
    limit 1
) as mapped on true
where s.tenant_id = :tenant_id and (cardinality(:persons::uuid[]) = 0 or s.person_id = any (:persons::uuid[]))
  and (m.role, m.role_id) is distinct from
      (coalesce(mapped.role, d.default_role, 'auditor'), case when mapped.role is null then d.default_role_id else mapped.role_id end)
order by s.person_id
