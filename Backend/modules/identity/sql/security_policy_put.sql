insert into identity.security_policies (tenant_id, second_factor, roles, session_idle_minutes, session_absolute_minutes, updated_at, version)
values (:tenant_id, :second_factor, :roles, :session_idle_minutes, :session_absolute_minutes, :now, :version)
on conflict (tenant_id) do update
set second_factor = excluded.second_factor, roles = excluded.roles, session_idle_minutes = excluded.session_idle_minutes,
    session_absolute_minutes = excluded.session_absolute_minutes, updated_at = excluded.updated_at, version = excluded.version
where security_policies.version = excluded.version - 1
returning tenant_id
