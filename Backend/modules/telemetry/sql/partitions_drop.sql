select ingest.drop_partitions(:older_than_days) as dropped
