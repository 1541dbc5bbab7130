select pg_notify('commands', :device_id::uuid::text)
