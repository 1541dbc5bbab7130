-- The last twenty addresses are remembered; no row where this one is among them.
update devices.device_keys
set addresses = (addresses || :address::text)[greatest(1, cardinality(addresses) - 18):]
where tenant_id = :tenant_id and id = :id and not :address::text = any(addresses)
returning id
