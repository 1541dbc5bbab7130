update cmdb.reconciliations
set model_version = :model_version, model_target = :model_target, model_after = :model_after
where tenant_id = :tenant_id
