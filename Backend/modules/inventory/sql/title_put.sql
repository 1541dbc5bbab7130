-- In the order of their names, so that two machines that bring the same ones never wait for each other in a circle.
insert into cmdb.software_titles (tenant_id, id, manager, name, version, architecture, source, first_seen_at)
select :tenant_id, t.id, t.manager, t.name, t.version, t.architecture, t.source, :at::timestamptz
from unnest(:ids::uuid[], :managers::text[], :names::text[], :versions::text[], :architectures::text[], :sources::text[])
    as t (id, manager, name, version, architecture, source)
on conflict (tenant_id, name, manager, architecture, version, source) do nothing
