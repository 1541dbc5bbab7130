-- One change of a tenant's model after the other. The first makes the row.
insert into cmdb.model_versions (tenant_id, version)
values (:tenant_id, 0)
on conflict on constraint model_version_key do update set version = cmdb.model_versions.version
