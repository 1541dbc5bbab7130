select exists (
    select 1
    from commands.commands
    where tenant_id = :tenant_id and device_id = :actor_id and finished_at is null and expires_at > :now
      and (leased_until is null or leased_until <= :now)) as waiting
