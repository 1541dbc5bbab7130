-- Batches may be taken up out of order; what is newer stays.
update devices.devices
set last_seen_at = greatest(last_seen_at, :received_at::timestamptz)
where tenant_id = :tenant_id and id = :device_id
