delete from scim.failures
where tenant_id = :tenant_id and ((operation = :operation and subject = :subject) or at < :before)
