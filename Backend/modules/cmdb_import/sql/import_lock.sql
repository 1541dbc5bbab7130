select state, format, columns, delimiter, rest, parts, row_count, done, class_key, mapping, unreadable, applied, observed_at, source_id, name
from cmdb.imports
where tenant_id = :tenant_id and id = :id
for update
