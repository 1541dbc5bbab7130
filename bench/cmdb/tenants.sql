-- Tenants :first to :last with :cis CIs each, as reconciliation would have written them. Everything follows from the numbers, so that every
-- run has the same data. Foreign keys are not checked: what is written here fits together by its making.
set session_replication_role = replica;
set maintenance_work_mem = '512MB';
set work_mem = '128MB';

insert into licence.tenants (id, name, status, revision, created_at, updated_at)
  select md5('tenant ' || n)::uuid, 'Bench ' || n, 'active', 1, now(), now() from generate_series(:first, :last) n;

create temporary table made as
  select md5('tenant ' || t)::uuid as tenant_id, n, md5('ci ' || t || '/' || n)::uuid as id,
         (array['server', 'virtual_machine', 'workstation', 'workstation', 'workstation', 'printer', 'switch', 'phone', 'application', 'database'])[1 + n % 10] as class_key,
         (array['srv', 'vm', 'pc', 'laptop', 'pc', 'prn', 'sw', 'tel', 'app', 'db'])[1 + n % 10] || '-'
           || (array['waw', 'krk', 'gdn', 'ber', 'par'])[1 + abs(hashint4(n) % 5)] || '-' || n as name,
         (array['in_use', 'in_use', 'in_use', 'in_use', 'in_use', 'in_use', 'in_stock', 'retired', 'maintenance', 'planned'])[1 + abs(hashint4(n + 7) % 10)] as status,
         abs(hashint4(n + 1)) as r,
         timestamptz '2026-01-01' + abs(hashint4(n) % 10000000) * interval '1 second' as at
  from generate_series(:first, :last) t cross join generate_series(1, :cis) n;
create index on made (tenant_id, n);
analyze made;

insert into cmdb.sources (tenant_id, id, kind, key, name, created_at, seen_at)
  select distinct tenant_id, tenant_id, 'api', 'bench', 'Bench', now(), now() from made;
insert into cmdb.cis (tenant_id, id, class_key, name, status, attributes, stale, seen_at, created_at, updated_at)
  select tenant_id, id, class_key, name, status, jsonb_build_object(
           'serial_number', 'SN' || r, 'manufacturer', (array['Dell', 'HP', 'Lenovo', 'Cisco', 'Brother'])[1 + r % 5], 'model', 'Model ' || r % 200,
           'os_name', (array['Debian', 'Windows', 'RHEL', 'Ubuntu'])[1 + r % 4], 'os_version', (r % 20)::text, 'cpu_count', (array[1, 2, 4, 8, 16, 32, 64])[1 + r % 7],
           'memory_bytes', (r % 512)::bigint * 1073741824, 'asset_tag', 'A' || r % 100000, 'cost_center', 'CC-' || r % 50,
           'warranty_end', (date '2026-01-01' + r % 1500)::text),
         r % 50 = 0, at, at, at
  from made;
insert into cmdb.records (tenant_id, id, source_id, key, ci_id, class_key, class_seen_at, first_seen_at, seen_at)
  select tenant_id, id, tenant_id, id::text, id, class_key, at, at, at from made;
insert into cmdb.ci_values (tenant_id, ci_id, attribute, text_key, number_key, name)
  select c.tenant_id, c.id, v.key,
         case when jsonb_typeof(v.value) = 'string' and v.key <> 'warranty_end' then v.value #>> '{}' end,
         case when jsonb_typeof(v.value) = 'number' then (v.value)::double precision when v.key = 'warranty_end' then (v.value #>> '{}')::date - date '1970-01-01' end,
         c.name
  from made m join cmdb.cis c using (tenant_id, id) cross join lateral jsonb_each(c.attributes) v;
insert into cmdb.ci_words (tenant_id, word, ci_id)
  select distinct c.tenant_id, w.word, c.id
  from made m join cmdb.cis c using (tenant_id, id)
  cross join lateral (
    select c.name as word union all select unnest(string_to_array(c.name, '-'))
    union all select unnest(string_to_array(lower(v.value #>> '{}'), ' ')) from jsonb_each(c.attributes) v) w;
-- Three states each, of which the last is the present one.
insert into cmdb.ci_history (tenant_id, ci_id, version, valid_from, valid_to, class_key, name, status, live, attributes, changes, cause)
  select i.tenant_id, i.id, v, i.created_at + (v - 1) * interval '20 days',
         case when v = 3 then 'infinity' else i.created_at + v * interval '20 days' end, i.class_key, i.name, i.status, true, i.attributes, '{}', 'observed'
  from made m join cmdb.cis i using (tenant_id, id) cross join generate_series(1, 3) v;

-- Landscapes of 500 CIs each in which every CI depends on one or two before it, so that a failure goes on for more than ten steps; and
-- relations of other types, which an impact analysis has to pass by. Up to six for each CI.
insert into cmdb.relations (tenant_id, id, type_key, from_record, from_ci, to_record, to_ci, source_id, created_at, seen_at)
  select f.tenant_id, md5(f.id::text || k.type_key || k.step)::uuid, k.type_key, f.id, f.id, o.id, o.id, f.tenant_id, f.at, f.at
  from made f
  cross join lateral (values ('depends_on', 1 + f.r % 18), ('depends_on', 3 + f.r % 31), ('connected_to', 1), ('connected_to', 2), ('backed_up_by', 40), ('owned_by', 97)) as k (type_key, step)
  join made o on o.tenant_id = f.tenant_id and o.n = f.n - k.step and (o.n - 1) / 500 = (f.n - 1) / 500
  on conflict do nothing;
drop table made;
