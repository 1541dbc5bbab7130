insert into scim.settings (tenant_id, default_role, default_role_id)
values (:tenant_id, :role, :role_id)
on conflict (tenant_id) do update set default_role = excluded.default_role, default_role_id = excluded.default_role_id
