delete from licence.tenant_licenses
where tenant_id = :tenant_id
