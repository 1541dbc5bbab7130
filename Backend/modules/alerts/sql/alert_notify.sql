select pg_notify('alerts', :payload)
