-- A step begins: its counts do too.
update cmdb.imports
set state = :state, class_key = :class_key, mapping = :mapping, observed_at = :observed_at, done = 0, error = null,
    creates = :creates, updates = :updates, unchanged = :unchanged, conflicts = :conflicts, bad = :bad, applied = :applied, updated_at = :at,
    version = version + 1
where tenant_id = :tenant_id and id = :id
