-- sorts: display_name text = m.display_name, user_name text = s.user_name, synced_at timestamptz = s.updated_at
-- id: s.person_id
select s.person_id as id, s.user_name, s.email, m.display_name, m.role, m.role_id, coalesce(r.name, m.role) as role_name, m.active,
    s.updated_at as synced_at
from scim.users s
join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = s.person_id
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
where s.tenant_id = :tenant_id
  and (:q::text is null or strpos(lower(m.display_name), lower(:q)) > 0 or strpos(lower(s.user_name), lower(:q)) > 0)
  and {after}
{order}
limit :limit
