-- entity: rules
delete from cmdb.class_rules
where tenant_id = :tenant_id and class_key = :class_key
