delete from licence.tenant_features
where tenant_id = :tenant_id and feature <> all (:features::text[])
