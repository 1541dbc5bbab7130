update cmdb.imports
set columns = :columns, delimiter = :delimiter, rest = :rest, parts = :parts, row_count = :row_count, state = :state, unreadable = :unreadable,
    bad = :unreadable,
    updated_at = :at, version = version + 1
where tenant_id = :tenant_id and id = :id
