-- One session of the operator, or all of them where none is named; never the one that is kept.
update operators.sessions
set ended_at = :now, end_reason = :reason
where operator_id = :operator_id and ended_at is null
  and (:session_id::uuid is null or id = :session_id)
  and (:kept::uuid is null or id <> :kept)
returning id
