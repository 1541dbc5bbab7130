-- The row's lock makes two registrations that race for the last use take turns.
update devices.provisioning_keys
set uses = uses + 1
where tenant_id = :tenant_id and id = :id
  and revoked_at is null
  and (expires_at is null or expires_at > :at)
  and (max_uses is null or uses < max_uses)
returning id
