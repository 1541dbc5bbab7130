update identity.memberships
set source = :source, version = version + 1
where tenant_id = :tenant_id and person_id = :id and source <> :source
