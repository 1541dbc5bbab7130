insert into operators.totp (operator_id, secret, last_step, created_at)
values (:actor_id, :secret, :step, :now)
on conflict (operator_id) do update
set secret = excluded.secret, last_step = excluded.last_step, created_at = excluded.created_at, last_used_at = null
returning operator_id
