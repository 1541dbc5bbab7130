select model_version, model_target, model_after
from cmdb.reconciliations
where tenant_id = :tenant_id
