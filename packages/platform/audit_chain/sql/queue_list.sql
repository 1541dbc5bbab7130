-- What waits and is there, in the order in which it is sealed: ids are ordered by time.
select e.tenant_id, e.id, e.at, e.actor_kind, e.actor_id, e.operation, e.target_id, e.request_id, e.remote_address, e.changes, e.outcome
from audit.unsealed u
join audit.entries e on e.tenant_id = :tenant_id and e.id = u.entry_id
where u.tenant_id = :tenant_id
order by u.entry_id
limit :limit
