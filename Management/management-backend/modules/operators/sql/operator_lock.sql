-- Besides the operator, every active owner is locked, in one order, so that two owners cannot demote each other at the same moment.
select id, role, active, password_hash is not null as can_sign_in, subject is not null as provided, version
from operators.operators
where id = :id or (role = 'owner' and active)
order by id
for update
