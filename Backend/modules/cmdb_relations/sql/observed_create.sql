insert into cmdb.relations (tenant_id, id, type_key, from_record, from_ci, to_record, to_ci, source_id, created_at, seen_at)
values (:tenant_id, :id, :type_key, :from_record, :from_ci, :to_record, :to_ci, :source_id, :at, :at)
on conflict (tenant_id, from_record, to_record, type_key, source_id) where ended_at is null do nothing
