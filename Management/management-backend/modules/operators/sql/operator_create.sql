with created as (
    insert into operators.operators (id, email, display_name, role, password_hash, created_at)
    values (:id, :email, :display_name, :role, :password_hash, :now)
    returning id
), audited as (
    insert into audit.entries (id, actor_kind, operation, target_id, changes)
    select :audit_id, 'system', 'operator_create', id, json_build_object('email', :email::text, 'role', :role::text)
    from created
    returning tenant_id, id
)
insert into audit.unsealed (tenant_id, entry_id)
select tenant_id, id from audited
