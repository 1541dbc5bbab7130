-- What comes back after more than an hour is new again; a long list that is sent anew comes in parts, and the first says that the rest is gone.
insert into cmdb.installations (tenant_id, record_id, title_id, ci_id, first_seen_at)
select :tenant_id, :record_id::uuid, t.id, :ci_id::uuid, :at::timestamptz
from unnest(:managers::text[], :names::text[], :versions::text[], :architectures::text[], :sources::text[])
    as w (manager, name, version, architecture, source)
join cmdb.software_titles t on t.tenant_id = :tenant_id and t.name = w.name and t.manager = w.manager and t.architecture = w.architecture
                           and t.version = w.version and t.source = w.source
on conflict (tenant_id, record_id, title_id) do update
set removed_at = null,
    first_seen_at = case when installations.removed_at < excluded.first_seen_at - interval '1 hour' then excluded.first_seen_at
                         else installations.first_seen_at end
