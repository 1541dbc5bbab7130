select class_key, mapping
from cmdb.import_mappings
where tenant_id = :tenant_id and fingerprint = :fingerprint
