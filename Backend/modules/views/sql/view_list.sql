-- sorts: name text = v.name
-- id: v.id
-- given: list
select {view_columns}
where v.tenant_id = :tenant_id and (v.owner_id = :actor_id or v.shared)
  and (:list::text is null or v.list = :list)
  and {after}
{order}
limit :limit
