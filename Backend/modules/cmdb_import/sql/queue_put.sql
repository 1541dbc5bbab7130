insert into cmdb.import_queue (import_id, tenant_id, due_at)
values (:id, :tenant_id, :at)
on conflict (import_id) do nothing
