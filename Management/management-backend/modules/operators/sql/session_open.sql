-- The operator's sessions that have run out go away in the same breath, so the table holds what can still be used and little more.
with outdated as (
    delete from operators.sessions
    where operator_id = :operator_id and expires_at <= :now
), opened as (
    insert into operators.sessions (id, operator_id, created_at, last_used_at, expires_at, proved_at, user_agent, remote_address)
    values (:session_id, :operator_id, :now, :now, :expires_at, :now, :user_agent, :remote_address)
    returning id
), issued as (
    insert into operators.refresh_tokens (hash, session_id, generation, issued_at)
    values (:refresh_hash, :session_id, 1, :now)
), seen as (
    update operators.operators
    set last_login_at = :now
    where id = :operator_id
)
select id from opened
