update cmdb.attributes
set name = :name, description = :description, type = :type, required = :required, is_unique = :is_unique, default_value = :default_value,
    pattern = :pattern, choices = :choices, element_type = :element_type, reference_class = :reference_class, unit = :unit,
    updated_at = :at, version = :version
where tenant_id = :tenant_id and key = :key
