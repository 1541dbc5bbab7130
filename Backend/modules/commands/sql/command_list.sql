-- sorts: created_at timestamptz = c.created_at
-- id: c.id
select c.id, c.device_id, c.command, c.args, case when c.status in ('queued', 'delivered') and c.expires_at <= :now then 'expired' else c.status end as status,
       c.created_at, c.expires_at, c.delivered_at, c.finished_at, c.exit_code, c.output, m.display_name as created_by_name
from commands.commands c
left join identity.memberships m on m.tenant_id = :tenant_id and m.person_id = c.created_by
where c.tenant_id = :tenant_id and c.device_id = :device_id and {after}
{order}
limit :limit
