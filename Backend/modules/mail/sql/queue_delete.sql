-- scans: the queue spans tenants
delete from mail.queue
where id = :id
