-- Issues a second token in exchange for one that was spent a moment ago, while nobody has used the first: its answer may have been lost.
-- Whichever of the two is used first begins the next generation, and the other is an outdated copy from then on.
with alive as (
    update operators.sessions s
    set last_used_at = :now, remote_address = :remote_address
    from operators.refresh_tokens r
    where r.hash = :old_hash and r.used_at > :spent_since
      and s.id = r.session_id and s.generation = r.generation + 1
      and s.ended_at is null and s.expires_at > :now
    returning s.id, s.operator_id, s.expires_at, s.proved_at, s.generation
), again as (
    update operators.refresh_tokens r
    set again_at = :now
    from alive
    where r.hash = :old_hash and r.again_at is null
    returning alive.id, alive.operator_id, alive.expires_at, alive.proved_at, alive.generation
), issued as (
    insert into operators.refresh_tokens (hash, session_id, generation, issued_at)
    select :new_hash, id, generation, :now from again
)
select again.id, again.operator_id, again.expires_at, again.proved_at, o.role
from again
join operators.operators o on o.id = again.operator_id and o.active
