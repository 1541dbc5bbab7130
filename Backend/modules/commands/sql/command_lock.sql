select status, delivered_at is not null as delivered, finished_at is not null as finished, exit_code, output
from commands.commands
where tenant_id = :tenant_id and id = :id and device_id = :actor_id
for update
