-- sorts: name text = n.name, created_at timestamptz = n.created_at
-- id: n.id
{network_view}
where n.tenant_id = :tenant_id and {after}
  and case when :device_id::uuid is null then true else n.device_id = :device_id::uuid end
{order}
limit :limit
