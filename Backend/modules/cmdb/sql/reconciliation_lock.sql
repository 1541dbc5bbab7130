insert into cmdb.reconciliations (tenant_id, at)
values (:tenant_id, :at)
on conflict (tenant_id) do update set at = excluded.at
