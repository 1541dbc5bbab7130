-- The links after `after`, each with the entry that it names, if that is still there.
select l.seq, l.entry_id, l.hash, l.sealed_at, e.at, e.actor_kind, e.actor_id, e.operation, e.target_id, e.request_id, e.remote_address,
       e.changes, e.outcome
from audit.links l
left join audit.entries e on e.tenant_id = :tenant_id and e.id = l.entry_id
where l.tenant_id = :tenant_id and l.seq > :after and l.seq <= :through
order by l.seq
limit :limit
