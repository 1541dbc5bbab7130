-- Single sign-on: a tenant's people prove who they are to their own organisation's provider of identities (OpenID Connect).

create schema sso;
grant usage on schema sso to monozu_app, monozu_lookup;

-- A provider that a tenant trusts to say who its people are. `entra` uses the platform's own application and names a directory there;
-- `oidc` is any provider, with a client of the tenant's own. `settings` counts the versions of what a test sign-in tests.
create table sso.connections (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null constraint connection_kind check (kind in ('entra', 'oidc')),
    name text not null constraint connection_name_length check (length(name) between 1 and 100),
    directory_id uuid,
    issuer text constraint connection_issuer_length check (length(issuer) between 1 and 500),
    client_id text constraint connection_client_id_length check (length(client_id) between 1 and 200),
    client_secret bytea,                       -- sealed
    domains text[] not null,                   -- of the e-mail addresses that it answers for
    joining text not null constraint connection_joining check (joining in ('members', 'everybody')),
    role text not null constraint connection_role check (role in ('admin', 'agent', 'security_analyst', 'auditor', 'custom')),
    role_id uuid,
    trusts_second_factor boolean not null default false,
    enabled boolean not null default false,
    enforced boolean not null default false,
    settings bigint not null default 1,
    tested bigint,                             -- the settings with which somebody last signed in as a test
    tested_at timestamptz,
    created_at timestamptz not null,
    version bigint not null default 1,
    constraint connection_key primary key (tenant_id, id),
    constraint connection_tenant foreign key (tenant_id) references licence.tenants (id) on delete restrict,
    constraint connection_says_where check (
        case kind when 'entra' then directory_id is not null and issuer is null and client_id is null and client_secret is null
                  else directory_id is null and issuer is not null and client_id is not null and client_secret is not null end),
    constraint connection_role_is_named check ((role = 'custom') = (role_id is not null)),
    constraint connection_role_exists foreign key (tenant_id, role_id) references identity.roles (tenant_id, id) on delete restrict,
    constraint connection_enforced_is_enabled check (enabled or not enforced),
    constraint connection_enabled_is_tested check (not enabled or tested is not distinct from settings)
);
create unique index connection_enforced_once on sso.connections (tenant_id) where enforced;
create index connection_by_role on sso.connections (tenant_id, role_id);
alter table sso.connections enable row level security;
alter table sso.connections force row level security;
create policy tenant on sso.connections
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on sso.connections to monozu_app;
grant insert (tenant_id, id, kind, name, directory_id, issuer, client_id, client_secret, domains, joining, role, role_id, trusts_second_factor,
    created_at) on sso.connections to monozu_app;
grant update (name, directory_id, issuer, client_id, client_secret, domains, joining, role, role_id, trusts_second_factor, enabled, enforced,
    settings, tested, tested_at, version) on sso.connections to monozu_app;

-- Which role a value of the provider's claims stands for; the first that matches counts.
create table sso.role_mappings (
    tenant_id uuid not null,
    connection_id uuid not null,
    position integer not null,
    claim text not null constraint mapping_claim check (claim in ('roles', 'groups')),
    value text not null constraint mapping_value_length check (length(value) between 1 and 200),
    role text not null constraint mapping_role check (role in ('admin', 'agent', 'security_analyst', 'auditor', 'custom')),
    role_id uuid,
    constraint role_mapping_key primary key (tenant_id, connection_id, position),
    constraint role_mapping_connection foreign key (tenant_id, connection_id) references sso.connections (tenant_id, id) on delete cascade,
    constraint mapping_role_is_named check ((role = 'custom') = (role_id is not null)),
    constraint mapping_role_exists foreign key (tenant_id, role_id) references identity.roles (tenant_id, id) on delete restrict
);
create index role_mapping_by_role on sso.role_mappings (tenant_id, role_id);
alter table sso.role_mappings enable row level security;
alter table sso.role_mappings force row level security;
create policy tenant on sso.role_mappings
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on sso.role_mappings to monozu_app;
grant insert (tenant_id, connection_id, position, claim, value, role, role_id) on sso.role_mappings to monozu_app;

-- A sign-in that is under way at the provider. The browser that began it holds a cookie, of which the hash is here, so no other one can
-- finish it; taking it deletes it, so nobody finishes it twice.
create table sso.attempts (
    tenant_id uuid not null,
    browser_hash bytea not null constraint attempt_browser_hash_length check (length(browser_hash) = 32),
    state_hash bytea not null constraint attempt_state_hash_length check (length(state_hash) = 32),
    connection_id uuid not null,
    purpose text not null constraint attempt_purpose check (purpose in ('sign_in', 'test', 'step_up')),
    session_id uuid,                           -- whose test or step-up it is
    settings bigint not null,
    sealed bytea not null,                     -- the nonce and PKCE's verifier
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint attempt_key primary key (tenant_id, browser_hash),
    constraint attempt_connection foreign key (tenant_id, connection_id) references sso.connections (tenant_id, id) on delete cascade
);
create index attempt_by_expires_at on sso.attempts (tenant_id, expires_at);
create index attempt_by_connection on sso.attempts (tenant_id, connection_id);
alter table sso.attempts enable row level security;
alter table sso.attempts force row level security;
create policy tenant on sso.attempts
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on sso.attempts to monozu_app;
grant insert (tenant_id, browser_hash, state_hash, connection_id, purpose, session_id, settings, sealed, created_at, expires_at)
    on sso.attempts to monozu_app;

-- Who somebody at a provider is here. The key is what the provider never gives to somebody else: tid and oid at Entra, sub elsewhere.
create table sso.identities (
    tenant_id uuid not null,
    connection_id uuid not null,
    issuer text not null,
    subject text not null constraint identity_subject_length check (length(subject) between 1 and 300),
    person_id uuid not null,
    username text not null constraint identity_username_length check (length(username) <= 300),  -- to be recognized by, nothing else
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    constraint identity_key primary key (tenant_id, connection_id, issuer, subject),
    constraint identity_taken unique (tenant_id, connection_id, person_id),
    constraint identity_connection foreign key (tenant_id, connection_id) references sso.connections (tenant_id, id) on delete cascade,
    constraint identity_membership foreign key (tenant_id, person_id) references identity.memberships (tenant_id, person_id) on delete cascade
);
create index identity_by_person on sso.identities (tenant_id, person_id);
alter table sso.identities enable row level security;
alter table sso.identities force row level security;
create policy tenant on sso.identities
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select, delete on sso.identities to monozu_app;
grant insert (tenant_id, connection_id, issuer, subject, person_id, username, created_at, last_used_at) on sso.identities to monozu_app;
grant update (username, last_used_at) on sso.identities to monozu_app;

-- A session that a provider opened ends with its connection. Where its person logs out at the provider as well.
alter table identity.sessions
    add column sso_connection_id uuid,
    add column sso_end_url text,
    add constraint session_connection foreign key (tenant_id, sso_connection_id) references sso.connections (tenant_id, id) on delete cascade,
    drop constraint session_end_reason,
    add constraint session_end_reason check (end_reason in ('logout', 'switch', 'deactivated', 'token_reused', 'password_reset',
        'password_changed', 'ended', 'ended_by_admin', 'sso_changed'));
create index session_by_connection on identity.sessions (tenant_id, sso_connection_id);
grant insert (sso_connection_id, sso_end_url) on identity.sessions to monozu_app;

-- Owners who may sign in without the provider although it is enforced: somebody has to get in when the provider is the trouble.
alter table identity.memberships add column break_glass boolean not null default false;
grant update (break_glass) on identity.memberships to monozu_app;

-- Which connections answer for a domain, and of which tenant a connection is, before anybody has signed in.
create function sso.connections_for(domain text) returns table (tenant_id uuid, id uuid, name text)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select c.tenant_id, c.id, c.name from sso.connections c where c.enabled and connections_for.domain = any (c.domains)
$$;
create function sso.connection_tenant(connection uuid) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select c.tenant_id from sso.connections c where c.id = connection_tenant.connection and c.enabled
$$;

-- As before; an address from which a tenant's provider opened a session is not one that the account itself has been used from.
create or replace function identity.login_person(email text, remote_address text)
    returns table (id uuid, password_hash text, password_changed_at timestamptz, known_address boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select p.id, p.password_hash, p.password_changed_at,
        exists (select from identity.sessions s
                where s.tenant_id = any (p.tenants) and s.person_id = p.id and s.remote_address = login_person.remote_address
                  and s.sso_connection_id is null)
    from identity.persons p
    where p.email = login_person.email
$$;

-- As before, and `managed_by`: the name of the tenant used last, where every tenant of the person takes its provider's word alone.
drop function identity.reset_request_take(timestamptz);
create function identity.reset_request_take(since timestamptz)
    returns table (email text, language text, person_id uuid, tenant_id uuid, letters bigint, managed_by text)
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with taken as (
        delete from identity.reset_requests
        where id = (select r.id from identity.reset_requests r order by r.requested_at, r.id limit 1 for update skip locked)
        returning reset_requests.email, reset_requests.language
    )
    select taken.email, coalesce(p.language, taken.language), p.id, used_last.tenant_id,
        (select count(*) from identity.reset_tokens t where t.person_id = p.id and t.created_at > reset_request_take.since),
        case when not exists (
            select from identity.memberships m
            where m.tenant_id = any (p.tenants) and m.person_id = p.id and m.active
              and (m.break_glass or not exists (select from sso.connections c where c.tenant_id = m.tenant_id and c.enforced))
        ) then used_last.name end
    from taken
    left join identity.persons p on p.email = taken.email
    left join lateral (
        select m.tenant_id, t.name
        from unnest(p.tenants) as member (tenant_id)
        join identity.memberships m on m.tenant_id = member.tenant_id and m.person_id = p.id and m.active
        join licence.tenants t on t.id = m.tenant_id
        order by m.accepted_at is null, m.last_login_at desc nulls last, m.tenant_id
        limit 1
    ) as used_last on true
$$;

revoke all on function sso.connections_for(text), sso.connection_tenant(uuid), identity.reset_request_take(timestamptz) from public;
grant execute on function sso.connections_for(text), sso.connection_tenant(uuid), identity.reset_request_take(timestamptz) to monozu_app;
grant select on sso.connections to monozu_lookup;
grant create on schema sso, identity to monozu_lookup;
alter function sso.connections_for(text) owner to monozu_lookup;
alter function sso.connection_tenant(uuid) owner to monozu_lookup;
alter function identity.reset_request_take(timestamptz) owner to monozu_lookup;
revoke create on schema sso, identity from monozu_lookup;
