insert into alerts.webhook_deliveries (tenant_id, webhook_id, message_id, received_at)
values (:tenant_id, :webhook_id, :message_id, :at)
on conflict (tenant_id, webhook_id, message_id) do nothing
