-- Spends one token and issues the next. No row where the token is unknown or used, its session over or idle for too long.
with spent as (
    update operators.refresh_tokens
    set used_at = :now
    where hash = :old_hash and used_at is null
    returning session_id
), alive as (
    update operators.sessions s
    set last_used_at = :now
    from spent
    where s.id = spent.session_id and s.ended_at is null and s.expires_at > :now and s.last_used_at > :idle_since
    returning s.id, s.operator_id, s.expires_at
), issued as (
    insert into operators.refresh_tokens (hash, session_id, issued_at)
    select :new_hash, id, :now from alive
)
select alive.id, alive.operator_id, alive.expires_at, o.role
from alive
join operators.operators o on o.id = alive.operator_id and o.active
