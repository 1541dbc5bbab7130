-- One statement sees one state; the members are those of Class, Attribute, RelationType and Rules.
select coalesce((select version from cmdb.model_versions where tenant_id = :tenant_id), 0) as version,
       (select coalesce(json_agg(json_build_object('key', key, 'parent_key', parent_key, 'name', name, 'description', description, 'icon', icon,
                                                   'abstract', false, 'built_in', false, 'version', version) order by created_at, key), '[]')
        from cmdb.classes where tenant_id = :tenant_id) as classes,
       (select coalesce(json_agg(json_build_object('key', key, 'class_key', class_key, 'name', name, 'description', description, 'type', type,
                                                   'required', required, 'is_unique', is_unique, 'default_value', default_value,
                                                   'pattern', pattern, 'choices', choices, 'element_type', element_type,
                                                   'reference_class', reference_class, 'unit', unit, 'built_in', false, 'version', version)
                                 order by class_key, position, key), '[]')
        from cmdb.attributes where tenant_id = :tenant_id) as attributes,
       (select coalesce(json_agg(json_build_object('key', key, 'name', name, 'reverse_name', reverse_name, 'impact', impact,
                                                   'cardinality', cardinality, 'from_class', from_class, 'to_class', to_class,
                                                   'built_in', false, 'version', version) order by created_at, key), '[]')
        from cmdb.relation_types where tenant_id = :tenant_id) as relation_types,
       (select coalesce(json_agg(json_build_object('class_key', class_key, 'identifiers', coalesce(identifiers, '[]'),
                                                   'precedence', coalesce(precedence, '{}'), 'built_in', false, 'version', version)
                                 order by class_key), '[]')
        from cmdb.class_rules where tenant_id = :tenant_id) as rules
