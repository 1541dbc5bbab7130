-- The same CIs as others store them, under the same row-level security: iTop's classes as tables that are joined, GLPI's and many others'
-- values as rows (EAV), NetBox's custom fields as a JSON document with a GIN index.
create schema peers;
create table peers.itop_functionalci as
  select tenant_id, id, name, class_key as finalclass, status, attributes ->> 'cost_center' as cost_center from cmdb.cis;
create table peers.itop_physicaldevice as
  select tenant_id, id, attributes ->> 'serial_number' as serialnumber, attributes ->> 'manufacturer' as brand, attributes ->> 'model' as model, attributes ->> 'asset_tag' as asset_number from cmdb.cis;
create table peers.itop_datacenterdevice as
  select tenant_id, id, attributes ->> 'os_name' as osfamily, attributes ->> 'os_version' as osversion, (attributes ->> 'cpu_count')::integer as cpu,
         (attributes ->> 'memory_bytes')::bigint as ram, (attributes ->> 'warranty_end')::date as end_of_warranty
  from cmdb.cis;
create table peers.eav_objects as select tenant_id, id, name, class_key, status from cmdb.cis;
create table peers.eav_values as
  select c.tenant_id, c.id, v.key as attribute, v.value #>> '{}' as value from cmdb.cis c cross join lateral jsonb_each(c.attributes) v;
create table peers.jsonb_objects as select tenant_id, id, name, class_key, status, attributes as custom_fields from cmdb.cis;

alter table peers.itop_functionalci add primary key (tenant_id, id);
alter table peers.itop_physicaldevice add primary key (tenant_id, id);
alter table peers.itop_datacenterdevice add primary key (tenant_id, id);
alter table peers.eav_objects add primary key (tenant_id, id);
alter table peers.eav_values add primary key (tenant_id, id, attribute);
alter table peers.jsonb_objects add primary key (tenant_id, id);
create index on peers.itop_functionalci (tenant_id, name);
create index on peers.itop_functionalci (tenant_id, cost_center);
create index on peers.itop_datacenterdevice (tenant_id, ram);
create index on peers.eav_objects (tenant_id, name);
create index on peers.eav_values (tenant_id, attribute, value);
create index on peers.jsonb_objects (tenant_id, name);
create index on peers.jsonb_objects using gin (custom_fields jsonb_path_ops);

do $$
declare
    name text;
begin
    foreach name in array array['itop_functionalci', 'itop_physicaldevice', 'itop_datacenterdevice', 'eav_objects', 'eav_values', 'jsonb_objects'] loop
        execute format('alter table peers.%I enable row level security', name);
        execute format('create policy tenant on peers.%I using (tenant_id::text = current_setting(''app.tenant_id'', true))', name);
        execute format('grant select on peers.%I to monozu_app', name);
    end loop;
end
$$;
grant usage on schema peers to monozu_app;
