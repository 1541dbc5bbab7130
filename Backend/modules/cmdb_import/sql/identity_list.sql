select identity, number
from cmdb.import_identities
where tenant_id = :tenant_id and import_id = :id and identity = any (:identities::text[])
