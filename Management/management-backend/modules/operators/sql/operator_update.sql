update operators.operators
set display_name = case when :display_name_given then :display_name else display_name end,
    role = case when :role_given then :role else role end,
    active = case when :active_given then :active else active end,
    version = version + 1
where id = :id
