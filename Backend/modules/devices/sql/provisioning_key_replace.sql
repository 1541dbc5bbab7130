update devices.provisioning_keys
set replaced_by = :replaced_by, expires_at = least(expires_at, :until)
where tenant_id = :tenant_id and id = :id
