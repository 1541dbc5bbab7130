-- sorts: display_name text = o.display_name, email text = o.email, created_at timestamptz = o.created_at
-- id: o.id
-- scans: the vendor's staff, all of them
select o.id, o.email, o.display_name, o.role, o.active, o.password_hash is null and o.subject is null as pending, o.subject is not null as provided,
    exists (select from operators.totp t where t.operator_id = o.id) or exists (select from operators.passkeys k where k.operator_id = o.id)
        as second_factor,
    o.last_login_at, o.created_at, o.version
from operators.operators o
where (:role::text is null or o.role = :role)
  and (:active::boolean is null or o.active = :active)
  and (:q::text is null or strpos(lower(o.display_name), lower(:q)) > 0 or strpos(o.email, lower(:q)) > 0)
  and {after}
{order}
limit :limit
