update cmdb.relation_types
set name = :name, reverse_name = :reverse_name, impact = :impact, cardinality = :cardinality, from_class = :from_class, to_class = :to_class,
    updated_at = :at, version = :version
where tenant_id = :tenant_id and key = :key
