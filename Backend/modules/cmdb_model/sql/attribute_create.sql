-- A new one comes last among those of its class.
insert into cmdb.attributes (tenant_id, key, class_key, name, description, type, required, is_unique, default_value, pattern, choices,
                             element_type, reference_class, unit, position, created_at, updated_at)
values (:tenant_id, :key, :class_key, :name, :description, :type, :required, :is_unique, :default_value, :pattern, :choices,
        :element_type, :reference_class, :unit,
        (select coalesce(max(position) + 1, 0) from cmdb.attributes where tenant_id = :tenant_id and class_key = :class_key), :at, :at)
