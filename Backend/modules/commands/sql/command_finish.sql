update commands.commands
set status = :status, exit_code = :exit_code, output = :output, finished_at = :now
where tenant_id = :tenant_id and id = :id
