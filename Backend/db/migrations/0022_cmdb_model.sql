-- The model of a tenant's CMDB: the classes, attributes, relation types and rules that it adds to the built-in ones, which are part of the
-- program (Backend/modules/cmdb_model/catalogue.cpp) and the same for everybody.

create schema cmdb;
grant usage on schema cmdb to monozu_app, monozu_jobs, monozu_lookup;

-- Names sort as people read them: digits inside by their value, letters without regard to case. Such an order belongs to the ICU of the
-- machine; after an upgrade that changes it PostgreSQL warns, and `reindex` is all there is to do.
create collation cmdb.by_name (provider = icu, locale = 'und-u-kn-true');

-- Raised by every change of a tenant's model, so that whoever keeps a copy knows when it is old.
create table cmdb.model_versions (
    tenant_id uuid not null,
    version bigint not null,
    constraint model_version_key primary key (tenant_id),
    constraint model_version_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);

create table cmdb.classes (
    tenant_id uuid not null,
    key text not null constraint class_key_form check (key ~ '^[a-z][a-z0-9_]{0,49}$'),
    parent_key text not null constraint class_parent_form check (parent_key ~ '^[a-z][a-z0-9_]{0,49}$'),
    name text not null constraint class_name_length check (length(name) between 1 and 80),
    description text not null default '' constraint class_description_length check (length(description) <= 2000),
    icon text not null default 'box' constraint class_icon_form check (icon ~ '^[a-z][a-z0-9-]{0,39}$'),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint class_key primary key (tenant_id, key),
    constraint class_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);

-- `choices` are those of an enumeration, `reference_class` is what a reference may point to, `element_type` is what a list has.
-- `default_value` is as the attribute's values are in the CMDB: a JSON string, number, boolean or list of strings.
create table cmdb.attributes (
    tenant_id uuid not null,
    key text not null constraint attribute_key_form check (key ~ '^[a-z][a-z0-9_]{0,49}$'),
    class_key text not null constraint attribute_class_form check (class_key ~ '^[a-z][a-z0-9_]{0,49}$'),
    name text not null constraint attribute_name_length check (length(name) between 1 and 80),
    description text not null default '' constraint attribute_description_length check (length(description) <= 2000),
    type text not null constraint attribute_type
        check (type in ('text', 'number', 'boolean', 'date', 'enumeration', 'reference', 'list', 'ip', 'mac', 'url')),
    required boolean not null default false,
    is_unique boolean not null default false,
    default_value jsonb,
    pattern text constraint attribute_pattern_length check (length(pattern) between 1 and 500),
    choices text[] not null default '{}',
    element_type text constraint attribute_element_type
        check (element_type in ('text', 'date', 'enumeration', 'reference', 'ip', 'mac', 'url')),
    reference_class text,
    unit text constraint attribute_unit_length check (length(unit) between 1 and 20),
    position integer not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint attribute_key primary key (tenant_id, key),
    constraint attribute_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);
create index attribute_by_class on cmdb.attributes (tenant_id, class_key, position);

-- `impact` says who suffers when an end fails: `from_on_to`: the from end depends on the to end; `to_on_from`: the other way round; `both`;
-- `none`. A cardinality bounds how many relations of the type one CI may have at that end.
create table cmdb.relation_types (
    tenant_id uuid not null,
    key text not null constraint relation_type_key_form check (key ~ '^[a-z][a-z0-9_]{0,49}$'),
    name text not null constraint relation_type_name_length check (length(name) between 1 and 80),
    reverse_name text not null constraint relation_type_reverse_length check (length(reverse_name) between 1 and 80),
    impact text not null constraint relation_type_impact check (impact in ('none', 'from_on_to', 'to_on_from', 'both')),
    cardinality text not null default 'many_to_many'
        constraint relation_type_cardinality check (cardinality in ('one_to_one', 'one_to_many', 'many_to_one', 'many_to_many')),
    from_class text not null default 'ci',
    to_class text not null default 'ci',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint relation_type_key primary key (tenant_id, key),
    constraint relation_type_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);

-- A tenant's own rules in place of the built-in ones of a class. `identifiers` is a list of lists of attribute keys, the strongest first;
-- the attributes of one list identify together. `precedence` is {"<attribute or *>": [source kinds, the most trusted first]}.
create table cmdb.class_rules (
    tenant_id uuid not null,
    class_key text not null,
    identifiers jsonb,
    precedence jsonb,
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint class_rule_key primary key (tenant_id, class_key),
    constraint class_rule_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict
);

do $$
declare
    name text;
begin
    foreach name in array array['model_versions', 'classes', 'attributes', 'relation_types', 'class_rules'] loop
        execute format('alter table cmdb.%I enable row level security', name);
        execute format('alter table cmdb.%I force row level security', name);
        execute format('create policy tenant on cmdb.%I
                          using (tenant_id::text = current_setting(''app.tenant_id'', true))
                          with check (tenant_id::text = current_setting(''app.tenant_id'', true))', name);
        execute format('grant select on cmdb.%I to monozu_app, monozu_jobs', name);
    end loop;
end
$$;
grant insert (tenant_id, version), update (version) on cmdb.model_versions to monozu_app;
grant insert (tenant_id, key, parent_key, name, description, icon, created_at, updated_at),
      update (parent_key, name, description, icon, updated_at, version), delete on cmdb.classes to monozu_app;
grant insert (tenant_id, key, class_key, name, description, type, required, is_unique, default_value, pattern, choices, element_type,
              reference_class, unit, position, created_at, updated_at),
      update (name, description, type, required, is_unique, default_value, pattern, choices, element_type, reference_class, unit, position,
              updated_at, version),
      delete on cmdb.attributes to monozu_app;
grant insert (tenant_id, key, name, reverse_name, impact, cardinality, from_class, to_class, created_at, updated_at),
      update (name, reverse_name, impact, cardinality, from_class, to_class, updated_at, version), delete on cmdb.relation_types to monozu_app;
grant insert (tenant_id, class_key, identifiers, precedence, updated_at), update (identifiers, precedence, updated_at, version), delete
    on cmdb.class_rules to monozu_app;
