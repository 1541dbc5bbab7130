select id, manager, version
from cmdb.software_titles
where tenant_id = :tenant_id and name = :name::text
  and case when :manager::text is null then true else manager = :manager::text end
