-- A link that the signed head does not know.
select seq, entry_id
from audit.links
where tenant_id = :tenant_id and seq > :seq
order by seq
limit 1
