select section, digest, items, changed_at, seen_at
from cmdb.inventory_sections
where tenant_id = :tenant_id and device_id = :device_id
order by section
