-- What comes back after more than an hour is new again; a long list that is sent anew comes in parts, and the first says that the rest is gone.
insert into cmdb.findings (tenant_id, record_id, section, key, id, ci_id, data, first_seen_at)
select :tenant_id, :record_id::uuid, :section::text, f.key, f.id, :ci_id::uuid, f.data::jsonb, :at::timestamptz
from unnest(:keys::text[], :ids::uuid[], :data::text[]) as f (key, id, data)
on conflict (tenant_id, record_id, section, key) do update
set data = excluded.data, removed_at = null,
    first_seen_at = case when findings.removed_at < excluded.first_seen_at - interval '1 hour' then excluded.first_seen_at
                         else findings.first_seen_at end
