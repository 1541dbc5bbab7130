-- :each installations for each of :machines machines of tenant 1, of :titles titles.
set session_replication_role = replica;
set maintenance_work_mem = '512MB';
insert into cmdb.software_titles (tenant_id, id, manager, name, version, architecture, source, first_seen_at)
  select md5('tenant 1')::uuid, md5('title ' || n)::uuid, 'dpkg', 'package-' || n % (:titles / 4), '1.' || n, 'amd64', '', now() from generate_series(1, :titles) n;
insert into cmdb.installations (tenant_id, record_id, title_id, ci_id, first_seen_at)
  select md5('tenant 1')::uuid, md5('ci 1/' || m)::uuid, md5('title ' || 1 + (m * 131 + k) % :titles)::uuid, md5('ci 1/' || m)::uuid, now()
  from generate_series(1, :machines) m cross join generate_series(1, :each) k;
