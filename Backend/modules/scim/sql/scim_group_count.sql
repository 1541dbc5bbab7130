select count(*) as count
from scim.groups g
where tenant_id = :tenant_id
  and (:id::text is null or id::text = lower(:id))
  and (:external_id::text is null or external_id = :external_id)
  and (:display_name::text is null or lower(display_name) = lower(:display_name))
  and (:member::text is null or exists (
      select from scim.members m where m.tenant_id = :tenant_id and m.group_id = g.id and m.person_id::text = lower(:member)))
