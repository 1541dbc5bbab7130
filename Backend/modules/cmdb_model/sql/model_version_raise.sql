-- The time is in it, so that no version comes back after a change that was rolled back: who read the model inside that change keeps a copy.
update cmdb.model_versions
set version = greatest(version + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
where tenant_id = :tenant_id
