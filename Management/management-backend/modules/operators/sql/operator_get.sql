select o.id, o.email, o.display_name, o.role, o.active, o.password_hash is null and o.subject is null as pending, o.subject is not null as provided,
    exists (select from operators.totp t where t.operator_id = o.id) or exists (select from operators.passkeys k where k.operator_id = o.id)
        as second_factor,
    o.last_login_at, o.created_at, o.version
from operators.operators o
where o.id = :id
