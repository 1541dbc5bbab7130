select number, cells
from cmdb.import_rows
where tenant_id = :tenant_id and import_id = :id and number > :after_number and number <= :up_to and not unreadable
  and case when :checked::boolean then outcome not in ('bad', 'conflict') else true end
order by number
