insert into cmdb.import_mappings (tenant_id, fingerprint, class_key, mapping, used_at)
values (:tenant_id, :fingerprint, :class_key, :mapping, :at)
on conflict (tenant_id, fingerprint) do update set class_key = excluded.class_key, mapping = excluded.mapping, used_at = excluded.used_at
