-- Spends a token of the session's latest generation and issues the first of the next. No row where the token is unknown or of an earlier
-- generation, its session over or idle for too long. Two uses at the same moment queue for the session's row.
with alive as (
    update operators.sessions s
    set last_used_at = :now, remote_address = :remote_address, generation = s.generation + 1
    from operators.refresh_tokens r
    where r.hash = :old_hash
      and s.id = r.session_id and s.generation = r.generation
      and s.ended_at is null and s.expires_at > :now and s.last_used_at > :idle_since
    returning s.id, s.operator_id, s.expires_at, s.proved_at, s.generation
), spent as (
    update operators.refresh_tokens r
    set used_at = :now
    from alive
    where r.hash = :old_hash
), issued as (
    insert into operators.refresh_tokens (hash, session_id, generation, issued_at)
    select :new_hash, id, generation, :now from alive
)
select alive.id, alive.operator_id, alive.expires_at, alive.proved_at, o.role
from alive
join operators.operators o on o.id = alive.operator_id and o.active
