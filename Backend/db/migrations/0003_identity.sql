-- People, the tenants they belong to, and their log-ins.

create schema identity;
grant usage on schema identity to monozu_app, monozu_lookup;

-- One row for one human being, in however many tenants: a reference table, which points to no tenant's table. `tenants` repeats the
-- memberships, so that both "who is this address" and "may this tenant see this person" are answered without reading across tenants.
create table identity.persons (
    id uuid not null constraint person_key primary key,
    email text not null constraint person_email_taken unique,
    password_hash text,
    pending boolean not null generated always as (password_hash is null) stored,
    tenants uuid[] not null,
    created_at timestamptz not null
);

-- A tenant sees the people who are its members, and never a password hash: everything that needs one is a function below.
alter table identity.persons enable row level security;
alter table identity.persons force row level security;
create policy member on identity.persons
  using (current_setting('app.tenant_id', true) = any (tenants::text[]));
grant select (id, email, pending, tenants) on identity.persons to monozu_app;

-- What a person is in one tenant. Memberships are ended by `active`, never deleted: incidents and the audit log go on naming them.
create table identity.memberships (
    tenant_id uuid not null,
    person_id uuid not null,
    role text not null constraint membership_role check (role in ('owner', 'admin', 'agent', 'security_analyst', 'auditor')),
    display_name text not null constraint membership_display_name_length check (length(display_name) between 1 and 200),
    active boolean not null default true,
    last_login_at timestamptz,
    created_at timestamptz not null,
    version bigint not null default 1,
    constraint membership_key primary key (tenant_id, person_id),
    constraint membership_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint membership_person foreign key (person_id) references identity.persons (id) on delete restrict
);
create index membership_by_created_at on identity.memberships (tenant_id, created_at, person_id);
create index membership_by_display_name on identity.memberships (tenant_id, display_name, person_id);

alter table identity.memberships enable row level security;
alter table identity.memberships force row level security;
create policy tenant on identity.memberships
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on identity.memberships to monozu_app;
grant insert (tenant_id, person_id, role, display_name, created_at) on identity.memberships to monozu_app;
grant update (role, display_name, active, last_login_at, version) on identity.memberships to monozu_app;

-- A log-in, from the password to the log-out. Its refresh tokens are one family: whoever presents one that was already used holds a
-- copy, and that ends the session.
create table identity.sessions (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    end_reason text constraint session_end_reason check (end_reason in ('logout', 'switch', 'deactivated', 'token_reused')),
    constraint session_key primary key (tenant_id, id),
    constraint session_membership foreign key (tenant_id, person_id) references identity.memberships (tenant_id, person_id) on delete cascade,
    constraint session_end_has_reason check ((ended_at is null) = (end_reason is null))
);
create index session_by_person on identity.sessions (tenant_id, person_id);

alter table identity.sessions enable row level security;
alter table identity.sessions force row level security;
create policy tenant on identity.sessions
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on identity.sessions to monozu_app;
grant insert (tenant_id, id, person_id, created_at, last_used_at, expires_at) on identity.sessions to monozu_app;
grant update (last_used_at, ended_at, end_reason) on identity.sessions to monozu_app;

-- The token itself names its tenant, so it is looked up inside that tenant like everything else. Only the SHA-256 is kept.
create table identity.refresh_tokens (
    tenant_id uuid not null,
    hash bytea not null constraint refresh_token_hash_length check (length(hash) = 32),
    session_id uuid not null,
    issued_at timestamptz not null,
    used_at timestamptz,
    constraint refresh_token_key primary key (tenant_id, hash),
    constraint refresh_token_session foreign key (tenant_id, session_id) references identity.sessions (tenant_id, id) on delete cascade
);
create index refresh_token_by_session on identity.refresh_tokens (tenant_id, session_id);

alter table identity.refresh_tokens enable row level security;
alter table identity.refresh_tokens force row level security;
create policy tenant on identity.refresh_tokens
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on identity.refresh_tokens to monozu_app;
grant insert (tenant_id, hash, session_id, issued_at) on identity.refresh_tokens to monozu_app;
grant update (used_at) on identity.refresh_tokens to monozu_app;

-- One-time links with which people without a password choose their first one. As with refresh tokens, the token names the tenant.
create table identity.setup_tokens (
    tenant_id uuid not null,
    hash bytea not null constraint setup_token_hash_length check (length(hash) = 32),
    person_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint setup_token_key primary key (tenant_id, hash),
    constraint setup_token_membership foreign key (tenant_id, person_id) references identity.memberships (tenant_id, person_id) on delete cascade
);
create index setup_token_by_person on identity.setup_tokens (tenant_id, person_id);

alter table identity.setup_tokens enable row level security;
alter table identity.setup_tokens force row level security;
create policy tenant on identity.setup_tokens
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on identity.setup_tokens to monozu_app;
grant insert (tenant_id, hash, person_id, created_at, expires_at) on identity.setup_tokens to monozu_app;
grant update (used_at) on identity.setup_tokens to monozu_app;

-- The look-ups that must happen before there is a tenant, or across tenants. They are owned by monozu_lookup and answer one question each.

-- Who logs in with this address.
create function identity.login_person(email text) returns table (id uuid, password_hash text)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select p.id, p.password_hash from identity.persons p where p.email = login_person.email
$$;

-- Where a person may log in, with what the licence rules need to know of each tenant.
create function identity.memberships_of(person uuid)
    returns table (tenant_id uuid, tenant_name text, role text, last_login_at timestamptz, status text, valid_from timestamptz, valid_until timestamptz)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select m.tenant_id, t.name, m.role, m.last_login_at, t.status, l.valid_from, l.valid_until
    from identity.persons p
    cross join unnest(p.tenants) as member (tenant_id)
    join identity.memberships m on m.tenant_id = member.tenant_id and m.person_id = p.id
    join licence.tenants t on t.id = m.tenant_id
    left join licence.tenant_licenses l on l.tenant_id = m.tenant_id
    where p.id = memberships_of.person and m.active
$$;

-- The person with this address, made where there is none yet, now visible to the tenant that the transaction has entered.
-- `elsewhere`: another tenant knows this person too.
create function identity.person_join(new_id uuid, email text, at timestamptz) returns table (id uuid, pending boolean, elsewhere boolean)
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    insert into identity.persons as p (id, email, tenants, created_at)
    values (person_join.new_id, person_join.email, array[current_setting('app.tenant_id')::uuid], person_join.at)
    on conflict (email) do update
    set tenants = case when excluded.tenants <@ p.tenants then p.tenants else p.tenants || excluded.tenants end
    returning p.id, p.pending, cardinality(p.tenants) > 1
$$;

-- Spends the setup token of the tenant that the transaction has entered and gives its person a first password. No row where the token
-- is unknown, used or expired, or where the person has a password already: a link never replaces one.
create function identity.setup_complete(token_hash bytea, new_password_hash text, at timestamptz) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with spent as (
        update identity.setup_tokens s
        set used_at = setup_complete.at
        from identity.persons p
        where s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and s.hash = setup_complete.token_hash
          and s.used_at is null and s.expires_at > setup_complete.at
          and p.id = s.person_id and p.pending
        returning s.person_id
    )
    update identity.persons p
    set password_hash = setup_complete.new_password_hash
    from spent
    where p.id = spent.person_id and p.password_hash is null
    returning p.id
$$;

-- The same password, hashed at today's cost. Whoever calls must know the old hash, so this is no way to set somebody's password.
create function identity.password_rehash(person uuid, old_hash text, new_hash text) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    update identity.persons p
    set password_hash = password_rehash.new_hash
    where p.id = password_rehash.person and p.password_hash = password_rehash.old_hash
    returning p.id
$$;

revoke all on function identity.login_person(text), identity.memberships_of(uuid), identity.person_join(uuid, text, timestamptz),
    identity.setup_complete(bytea, text, timestamptz), identity.password_rehash(uuid, text, text) from public;
grant execute on function identity.login_person(text), identity.memberships_of(uuid), identity.person_join(uuid, text, timestamptz),
    identity.setup_complete(bytea, text, timestamptz), identity.password_rehash(uuid, text, text) to monozu_app;

grant select, insert, update on identity.persons to monozu_lookup;
grant select, update on identity.setup_tokens to monozu_lookup;
grant select on identity.memberships to monozu_lookup;
grant create on schema identity to monozu_lookup;
alter function identity.login_person(text) owner to monozu_lookup;
alter function identity.memberships_of(uuid) owner to monozu_lookup;
alter function identity.person_join(uuid, text, timestamptz) owner to monozu_lookup;
alter function identity.setup_complete(bytea, text, timestamptz) owner to monozu_lookup;
alter function identity.password_rehash(uuid, text, text) owner to monozu_lookup;
revoke create on schema identity from monozu_lookup;
