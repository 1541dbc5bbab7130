insert into licence.tenant_features (tenant_id, feature)
select :tenant_id, feature
from unnest(:features::text[]) as licensed (feature)
on conflict (tenant_id, feature) do nothing
