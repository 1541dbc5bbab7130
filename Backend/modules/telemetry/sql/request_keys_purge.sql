select app.purge_idempotency_keys(make_interval(hours => :hours)) as purged
