-- The oldest of what has waited since before `before`; `there` says whether its entry still exists.
select u.entry_id, u.at, exists (select from audit.entries e where e.tenant_id = :tenant_id and e.id = u.entry_id) as there
from audit.unsealed u
where u.tenant_id = :tenant_id and u.at < :before
order by u.at
limit 1
