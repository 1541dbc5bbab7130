select ingest.purge_idempotency_keys(make_interval(days => :days)) as purged
