-- entity: rules
insert into cmdb.class_rules (tenant_id, class_key, identifiers, precedence, updated_at)
values (:tenant_id, :class_key, :identifiers, :precedence, :at)
on conflict on constraint class_rule_key
do update set identifiers = :identifiers, precedence = :precedence, updated_at = :at, version = cmdb.class_rules.version + 1
