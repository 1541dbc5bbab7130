-- entity: configuration item
select id, class_key, name, status, attributes, live, merged_into, deleted_at, stale, seen_at, created_at, updated_at, version
from cmdb.cis
where tenant_id = :tenant_id and id = :id
