-- What waits for the device, and what it was given and said nothing of while the lease lasted. The oldest first.
update commands.commands
set status = 'delivered', delivered_at = coalesce(delivered_at, :now), leased_until = :leased_until
where tenant_id = :tenant_id and id in (
    select id
    from commands.commands
    where tenant_id = :tenant_id and device_id = :actor_id and finished_at is null and expires_at > :now
      and (leased_until is null or leased_until <= :now)
    order by created_at
    limit :most
    for update skip locked)
returning id, command, args, expires_at
