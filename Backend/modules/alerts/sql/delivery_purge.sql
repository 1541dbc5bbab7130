select alerts.purge_deliveries(:before) as purged
