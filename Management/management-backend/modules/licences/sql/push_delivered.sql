-- A change made meanwhile has another delivery and still has to go out.
update licences.pushes
set delivered_at = :now, last_error = null
where tenant_id = :tenant and delivery_id = :delivery_id
