-- Of an identifier that everybody has, no more than tell that there are too many.
select w.kind, w.value, h.record_id
from jsonb_to_recordset(:wanted::jsonb) as w (kind text, value text)
cross join lateral (
    select i.record_id
    from cmdb.identifiers i
    where i.tenant_id = :tenant_id and i.kind = w.kind and i.value = w.value
    order by i.record_id
    limit :most
) h
