-- An entry that was neither sealed nor ever queued, or whose link was taken away: nobody wrote it as requests do.
select e.id
from audit.entries e
where e.tenant_id = :tenant_id
  and not exists (select from audit.links l where l.tenant_id = :tenant_id and l.entry_id = e.id)
  and not exists (select from audit.unsealed u where u.tenant_id = :tenant_id and u.entry_id = e.id)
limit 1
