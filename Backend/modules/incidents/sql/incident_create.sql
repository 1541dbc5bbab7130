-- The reporter is a person of the tenant; what a program reports has none, and the timeline names the program.
insert into itsm.incidents (tenant_id, id, number, title, description, impact, urgency, priority, reporter_id, alert_id, created_at, updated_at)
values (:tenant_id, :id, :number, :title, :description, :impact, :urgency, :priority,
        (select person_id from identity.memberships where tenant_id = :tenant_id and person_id = :actor_id), :alert_id, :at, :at)
