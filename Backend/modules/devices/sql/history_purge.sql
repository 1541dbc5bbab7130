select devices.purge_history(:telemetry_before, :logs_before, :at_most) as purged
