-- scans: the queue spans tenants
select count(*) as letters, coalesce(extract(epoch from :now::timestamptz - min(due_at)), 0)::double precision as late_seconds
from mail.queue
