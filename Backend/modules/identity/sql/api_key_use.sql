-- Starts with `with`, because a key's use is no change that the audit log lists.
with used as (
    update identity.api_keys
    set last_used_at = :now, last_used_address = :address
    where tenant_id = :tenant_id and id = :id and (last_used_at is null or last_used_at <= :since)
    returning id
)
select id from used
