-- No row where what is held is as new.
insert into licence.tenants as t (id, name, status, revision, created_at, updated_at)
values (:tenant_id, :name, :status, :revision, :now, :now)
on conflict (id) do update
set name = excluded.name, status = excluded.status, revision = excluded.revision, updated_at = excluded.updated_at
where t.revision < excluded.revision
returning (created_at = updated_at) as created
