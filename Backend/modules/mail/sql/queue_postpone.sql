-- scans: the queue spans tenants
update mail.queue
set due_at = :next_attempt_at
where id = :id
