update itsm.incidents
set title = :title, description = :description, status = :status, impact = :impact, urgency = :urgency, priority = :priority,
    assignee_id = :assignee_id, resolution = :resolution, updated_at = :updated_at, resolved_at = :resolved_at, closed_at = :closed_at,
    version = :version
where tenant_id = :tenant_id and id = :id
