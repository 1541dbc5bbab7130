select ts, kind, data
from ingest.ingest_events
where tenant_id = :tenant_id and batch_id = :id and received_at = :received_at
order by seq
