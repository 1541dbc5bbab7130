select r.id, r.ci_id, not r.stale as stale
from cmdb.sources s
join cmdb.records r on r.tenant_id = :tenant_id and r.source_id = s.id
where s.tenant_id = :tenant_id and (s.quiet_after_hours is not null or r.stale)
  and r.stale is distinct from (s.quiet_after_hours is not null
                                and r.seen_at < :at::timestamptz - make_interval(hours => s.quiet_after_hours))
limit :most
