insert into licences.tenant_licenses (tenant_id, plan, features, limits, valid_from, valid_until, activated_at)
values (:tenant, :plan, :features, :limits, :valid_from, :valid_until, :now)
on conflict (tenant_id) do update
set plan = excluded.plan, features = excluded.features, limits = excluded.limits, valid_from = excluded.valid_from,
    valid_until = excluded.valid_until, activated_at = excluded.activated_at
