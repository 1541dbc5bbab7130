insert into itsm.incidents (tenant_id, id, number, title, description, impact, urgency, priority, reporter_id, alert_id, created_at, updated_at)
values (:tenant_id, :id, :number, :title, :description, :impact, :urgency, :priority, :actor_id, :alert_id, :at, :at)
