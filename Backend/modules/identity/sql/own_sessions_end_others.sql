select identity.own_sessions_end_others(:session_id, :now) as ended
