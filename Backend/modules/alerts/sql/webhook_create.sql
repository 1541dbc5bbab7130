insert into alerts.webhooks (tenant_id, id, name, secret, created_by, created_at)
values (:tenant_id, :id, :name, :secret, :actor_id, :at)
returning id
