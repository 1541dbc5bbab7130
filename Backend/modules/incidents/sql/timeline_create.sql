insert into itsm.timeline (tenant_id, incident_id, id, kind, actor_id, at, body, changes)
values (:tenant_id, :incident_id, :id, :kind, :actor_id, :at, :body, :changes)
