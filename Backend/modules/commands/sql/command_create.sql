insert into commands.commands (tenant_id, id, device_id, command, args, created_by, created_at, expires_at)
values (:tenant_id, :id, :device_id, :command, :args, :actor_id, :now, :expires_at)
