select ingest.ensure_partitions(:days_ahead) as made
