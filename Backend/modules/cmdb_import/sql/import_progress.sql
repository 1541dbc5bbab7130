update cmdb.imports
set state = :state, done = :done, creates = creates + :creates, updates = updates + :updates, unchanged = unchanged + :unchanged,
    conflicts = conflicts + :conflicts, bad = bad + :bad, applied = applied + :applied, error = :error, source_id = :source_id, updated_at = :at,
    version = version + 1
where tenant_id = :tenant_id and id = :id
