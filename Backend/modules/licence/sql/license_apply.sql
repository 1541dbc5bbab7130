insert into licence.tenant_licenses (tenant_id, plan, limits, valid_from, valid_until, applied_at)
values (:tenant_id, :plan, :limits, :valid_from, :valid_until, :now)
on conflict (tenant_id) do update
set plan = excluded.plan, limits = excluded.limits, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
    applied_at = excluded.applied_at
