-- The licence's row is what everybody who takes a place queues for until the end of their transaction, so that two cannot take the last one.
select (limits ->> 'devices')::bigint as places
from licence.tenant_licenses
where tenant_id = :tenant_id
for update
