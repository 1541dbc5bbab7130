-- The roles and databases of one PostgreSQL cluster. Run by psql as a superuser before the migrations, as often as one likes.
-- Every password is a psql variable named like its role, for example monozu_app_password, set on standard input by whoever
-- runs this file so that none shows in a process list. Which role may do what stands in the migrations, table by table.

do $$
declare
    wanted record;
begin
    for wanted in
        select * from (values
            ('monozu_owner', 'login nobypassrls'),
            ('monozu_app', 'login nobypassrls'),
            -- COPY is refused under row-level security, so the one role that only ever inserts events stands outside of it.
            ('monozu_ingest', 'login bypassrls'),
            ('monozu_jobs', 'login nobypassrls'),
            ('monozu_admin', 'login bypassrls'),
            -- Owns the few SECURITY DEFINER look-ups that must see across tenants, such as a device by the hash of its key.
            ('monozu_lookup', 'nologin bypassrls'),
            ('management_owner', 'login nobypassrls'),
            ('management_app', 'login nobypassrls')
        ) as role (name, attributes)
    loop
        if not exists (select from pg_roles where rolname = wanted.name) then
            execute format('create role %I', wanted.name);
        end if;
        execute format('alter role %I nosuperuser nocreatedb nocreaterole inherit %s', wanted.name, wanted.attributes);
    end loop;
end
$$;

alter role monozu_owner password :'monozu_owner_password';
alter role monozu_app password :'monozu_app_password';
alter role monozu_ingest password :'monozu_ingest_password';
alter role monozu_jobs password :'monozu_jobs_password';
alter role monozu_admin password :'monozu_admin_password';
alter role management_owner password :'management_owner_password';
alter role management_app password :'management_app_password';

-- A migration hands a look-up function to its owner, which takes membership; BYPASSRLS itself is never inherited.
grant monozu_lookup to monozu_owner;

select 'create database monozu_cloud owner monozu_owner'
where not exists (select from pg_database where datname = 'monozu_cloud')
\gexec

select 'create database monozu_management owner management_owner'
where not exists (select from pg_database where datname = 'monozu_management')
\gexec

revoke all on database monozu_cloud, monozu_management from public;
grant connect on database monozu_cloud to monozu_app, monozu_ingest, monozu_jobs, monozu_admin;
grant connect on database monozu_management to management_app;
