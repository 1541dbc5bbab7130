with created as (
    insert into operators.operators (id, email, display_name, role, password_hash, created_at)
    values (:id, :email, :display_name, :role, :password_hash, :now)
    returning id
)
insert into audit.entries (id, actor_kind, operation, target_id, changes)
select :audit_id, 'system', 'operator_create', id, json_build_object('email', :email::text, 'role', :role::text)
from created
