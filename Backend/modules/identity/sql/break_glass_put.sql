update identity.memberships
set break_glass = person_id = any (:people::uuid[]), version = version + 1
where tenant_id = :tenant_id and break_glass <> (person_id = any (:people::uuid[]))
  and (break_glass or (role = 'owner' and active and accepted_at is not null))
