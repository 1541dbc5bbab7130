-- Everybody's that no provider opened, except those of the people who may go on without it.
update identity.sessions s
set ended_at = :now, end_reason = 'sso_changed'
from identity.memberships m
where s.tenant_id = :tenant_id and s.sso_connection_id is null and s.ended_at is null
  and m.tenant_id = :tenant_id and m.person_id = s.person_id and not m.break_glass
