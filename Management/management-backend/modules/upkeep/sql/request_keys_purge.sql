-- scans: what is old is old, whoever asked
delete from app.idempotency_keys
where created_at < :before
