insert into cmdb.relation_types (tenant_id, key, name, reverse_name, impact, cardinality, from_class, to_class, created_at, updated_at)
values (:tenant_id, :key, :name, :reverse_name, :impact, :cardinality, :from_class, :to_class, :at, :at)
