select merged_into
from cmdb.cis
where tenant_id = :tenant_id and not live and updated_at >= :since and merged_into is not null
