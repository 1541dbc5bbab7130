-- sorts: created_at timestamptz = m.created_at, display_name text = m.display_name, email text = p.email
-- id: m.person_id
select m.person_id as id, p.email, m.display_name, m.role, m.role_id, coalesce(r.name, m.role) as role_name, m.active,
    m.accepted_at is null as pending, m.source, m.last_login_at, m.last_seen_at, m.created_at, m.version
from identity.memberships m
join identity.persons p on p.id = m.person_id
left join identity.roles r on r.tenant_id = :tenant_id and r.id = m.role_id
where m.tenant_id = :tenant_id
  and (:role::text is null or m.role = :role)
  and (:role_id::uuid is null or m.role_id = :role_id)
  and (:active::boolean is null or m.active = :active)
  and (:q::text is null or strpos(lower(m.display_name), lower(:q)) > 0 or strpos(p.email, lower(:q)) > 0)
  and {after}
{order}
limit :limit
