-- Accounts that people look after themselves: invitations that are accepted, passwords that are reset by letter, sessions that can be seen.

-- The language of a person's letters; what they have not chosen, whoever invites them suggests.
alter table identity.persons
    add column language text constraint person_language check (language in ('en', 'pl')),
    add column password_changed_at timestamptz;
grant select (language, password_changed_at) on identity.persons to monozu_app;

-- Nobody belongs to a tenant before they have agreed: until then a membership is an invitation. Whoever has a password has agreed to
-- what they had before this migration. Row-level security is forced on the owner too, except here.
alter table identity.memberships
    add column accepted_at timestamptz,
    add column last_seen_at timestamptz;
alter table identity.memberships no force row level security;
alter table identity.persons no force row level security;
update identity.memberships m set accepted_at = m.created_at from identity.persons p where p.id = m.person_id and not p.pending;
alter table identity.persons force row level security;
alter table identity.memberships force row level security;
grant insert (accepted_at), update (accepted_at, last_seen_at) on identity.memberships to monozu_app;

-- Where a session was opened from, for its person to recognize.
alter table identity.sessions
    add column user_agent text not null default '' constraint session_user_agent_length check (length(user_agent) <= 300),
    add column remote_address text not null default '',
    drop constraint session_end_reason,
    add constraint session_end_reason check (end_reason in ('logout', 'switch', 'deactivated', 'token_reused', 'password_reset',
        'password_changed', 'ended', 'ended_by_admin'));
grant insert (user_agent, remote_address), update (remote_address) on identity.sessions to monozu_app;

-- Who wants to choose a new password. The question is written down whether there is such an account or not, and answered afterwards, so
-- that asking takes the same time for every address. A queue without a tenant: nobody reads it but the functions below.
create table identity.reset_requests (
    id uuid not null constraint reset_request_key primary key,
    email text not null,
    language text constraint reset_request_language check (language in ('en', 'pl')),
    requested_at timestamptz not null
);
alter table identity.reset_requests enable row level security;
alter table identity.reset_requests force row level security;

-- The links that were sent: a password is a person's, not a tenant's. Only the SHA-256 is kept.
create table identity.reset_tokens (
    hash bytea not null constraint reset_token_key primary key constraint reset_token_hash_length check (length(hash) = 32),
    person_id uuid not null constraint reset_token_person references identity.persons (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index reset_token_by_person on identity.reset_tokens (person_id, created_at);
alter table identity.reset_tokens enable row level security;
alter table identity.reset_tokens force row level security;

-- Who logs in with this address, and whether they have a session from this network address.
drop function identity.login_person(text);
create function identity.login_person(email text, remote_address text)
    returns table (id uuid, password_hash text, password_changed_at timestamptz, known_address boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select p.id, p.password_hash, p.password_changed_at,
        exists (select from identity.sessions s
                where s.tenant_id = any (p.tenants) and s.person_id = p.id and s.remote_address = login_person.remote_address)
    from identity.persons p
    where p.email = login_person.email
$$;

-- As before, for the tenants that the person has agreed to belong to.
create or replace function identity.memberships_of(person uuid)
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
    where p.id = memberships_of.person and m.active and m.accepted_at is not null
$$;

-- As before, and notes when.
create or replace function identity.setup_complete(token_hash bytea, new_password_hash text, at timestamptz) returns setof uuid
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
    set password_hash = setup_complete.new_password_hash, password_changed_at = setup_complete.at
    from spent
    where p.id = spent.person_id and p.password_hash is null
    returning p.id
$$;

-- The language of a person's letters: what they choose themselves, or what somebody suggests for a person who has not chosen.
create function identity.language_choose(language text) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    update identity.persons p
    set language = language_choose.language
    where p.id = nullif(current_setting('app.actor_id', true), '')::uuid
    returning p.id
$$;
create function identity.language_suggest(person uuid, language text) returns text
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    update identity.persons p
    set language = coalesce(p.language, language_suggest.language)
    where p.id = language_suggest.person and p.tenants @> array[nullif(current_setting('app.tenant_id', true), '')::uuid]
    returning p.language
$$;

-- Ends a person's sessions in all their tenants, except one; how many there were. For the functions below: no role may call it.
create function identity.sessions_end_everywhere(person uuid, keep uuid, reason text, at timestamptz) returns bigint
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with ended as (
        update identity.sessions s
        set ended_at = sessions_end_everywhere.at, end_reason = sessions_end_everywhere.reason
        from identity.persons p
        where p.id = sessions_end_everywhere.person and s.tenant_id = any (p.tenants) and s.person_id = p.id
          and s.ended_at is null and s.id is distinct from sessions_end_everywhere.keep
        returning s.id
    )
    select count(*) from ended
$$;

create function identity.reset_request(new_id uuid, email text, language text, at timestamptz) returns uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    insert into identity.reset_requests (id, email, language, requested_at)
    values (reset_request.new_id, reset_request.email, reset_request.language, reset_request.at)
    returning id
$$;

-- Takes the oldest request, with what is needed to answer it: no person where nobody has that address or is a member anywhere; `letters`
-- are those already sent since `since`. The tenant is the one used last.
create function identity.reset_request_take(since timestamptz)
    returns table (email text, language text, person_id uuid, tenant_id uuid, letters bigint)
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with taken as (
        delete from identity.reset_requests
        where id = (select r.id from identity.reset_requests r order by r.requested_at, r.id limit 1 for update skip locked)
        returning reset_requests.email, reset_requests.language
    )
    select taken.email, coalesce(p.language, taken.language), p.id, used_last.tenant_id,
        (select count(*) from identity.reset_tokens t where t.person_id = p.id and t.created_at > reset_request_take.since)
    from taken
    left join identity.persons p on p.email = taken.email
    left join lateral (
        select m.tenant_id
        from unnest(p.tenants) as member (tenant_id)
        join identity.memberships m on m.tenant_id = member.tenant_id and m.person_id = p.id and m.active
        order by m.last_login_at desc nulls last, m.tenant_id
        limit 1
    ) as used_last on true
$$;

create function identity.reset_token_issue(person uuid, token_hash bytea, at timestamptz, until timestamptz) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with outdated as (
        delete from identity.reset_tokens t
        where t.person_id = reset_token_issue.person and t.created_at < reset_token_issue.at - interval '1 day'
    )
    insert into identity.reset_tokens (hash, person_id, created_at, expires_at)
    values (reset_token_issue.token_hash, reset_token_issue.person, reset_token_issue.at, reset_token_issue.until)
    returning person_id
$$;

-- Whose link it is, with the names that their password must not be made of.
create function identity.reset_token_find(token_hash bytea, at timestamptz)
    returns table (person_id uuid, email text, language text, tenant_id uuid, names text[])
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select p.id, p.email, p.language,
        (select m.tenant_id from identity.memberships m
         where m.tenant_id = any (p.tenants) and m.person_id = p.id and m.active order by m.last_login_at desc nulls last, m.tenant_id limit 1),
        array(select m.display_name from identity.memberships m where m.tenant_id = any (p.tenants) and m.person_id = p.id)
            || array(select l.name from licence.tenants l where l.id = any (p.tenants))
    from identity.reset_tokens t
    join identity.persons p on p.id = t.person_id
    where t.hash = reset_token_find.token_hash and t.used_at is null and t.expires_at > reset_token_find.at
$$;

-- Spends the link, and with it every other one of the same person, sets the password and ends all their sessions. No row where the link
-- is unknown, used or has run out.
create function identity.reset_complete(token_hash bytea, new_password_hash text, at timestamptz) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with good as (
        select t.person_id from identity.reset_tokens t
        where t.hash = reset_complete.token_hash and t.used_at is null and t.expires_at > reset_complete.at
        for update
    ), spent as (
        update identity.reset_tokens t
        set used_at = reset_complete.at
        from good
        where t.person_id = good.person_id and t.used_at is null
    ), ended as (
        select identity.sessions_end_everywhere(good.person_id, null, 'password_reset', reset_complete.at) from good
    )
    update identity.persons p
    set password_hash = reset_complete.new_password_hash, password_changed_at = reset_complete.at
    from good, ended
    where p.id = good.person_id
    returning p.id
$$;

-- The acting person's new password; their other sessions end. The caller must know the old hash, as of whoever has verified it.
create function identity.password_change(old_hash text, new_hash text, keep uuid, at timestamptz) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with changed as (
        update identity.persons p
        set password_hash = password_change.new_hash, password_changed_at = password_change.at
        where p.id = nullif(current_setting('app.actor_id', true), '')::uuid and p.password_hash = password_change.old_hash
        returning p.id
    ), spent as (
        update identity.reset_tokens t
        set used_at = password_change.at
        from changed
        where t.person_id = changed.id and t.used_at is null
    )
    select changed.id
    from changed
    cross join lateral identity.sessions_end_everywhere(changed.id, password_change.keep, 'password_changed', password_change.at)
$$;

-- The acting person's sessions that can still be used, in all their tenants.
create function identity.own_sessions(at timestamptz, idle_since timestamptz)
    returns table (id uuid, tenant_name text, user_agent text, remote_address text, created_at timestamptz, last_used_at timestamptz,
                   expires_at timestamptz)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select s.id, t.name, s.user_agent, s.remote_address, s.created_at, s.last_used_at, s.expires_at
    from identity.persons p
    join identity.sessions s on s.tenant_id = any (p.tenants) and s.person_id = p.id
    join licence.tenants t on t.id = s.tenant_id
    where p.id = nullif(current_setting('app.actor_id', true), '')::uuid
      and s.ended_at is null and s.expires_at > own_sessions.at and s.last_used_at > own_sessions.idle_since
$$;
create function identity.own_session_end(session uuid, at timestamptz) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    update identity.sessions s
    set ended_at = own_session_end.at, end_reason = 'ended'
    from identity.persons p
    where p.id = nullif(current_setting('app.actor_id', true), '')::uuid
      and s.tenant_id = any (p.tenants) and s.person_id = p.id and s.id = own_session_end.session and s.ended_at is null
    returning s.id
$$;
create function identity.own_sessions_end_others(keep uuid, at timestamptz) returns bigint
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    select identity.sessions_end_everywhere(nullif(current_setting('app.actor_id', true), '')::uuid, own_sessions_end_others.keep, 'ended',
                                            own_sessions_end_others.at)
$$;

grant update on identity.sessions to monozu_lookup;
grant select on identity.sessions to monozu_lookup;
grant select, insert, update, delete on identity.reset_tokens, identity.reset_requests to monozu_lookup;
revoke all on function identity.login_person(text, text), identity.language_choose(text), identity.language_suggest(uuid, text),
    identity.sessions_end_everywhere(uuid, uuid, text, timestamptz), identity.reset_request(uuid, text, text, timestamptz),
    identity.reset_request_take(timestamptz), identity.reset_token_issue(uuid, bytea, timestamptz, timestamptz),
    identity.reset_token_find(bytea, timestamptz), identity.reset_complete(bytea, text, timestamptz),
    identity.password_change(text, text, uuid, timestamptz), identity.own_sessions(timestamptz, timestamptz),
    identity.own_session_end(uuid, timestamptz), identity.own_sessions_end_others(uuid, timestamptz) from public;
grant execute on function identity.login_person(text, text), identity.language_choose(text), identity.language_suggest(uuid, text),
    identity.reset_request(uuid, text, text, timestamptz), identity.reset_request_take(timestamptz),
    identity.reset_token_issue(uuid, bytea, timestamptz, timestamptz), identity.reset_token_find(bytea, timestamptz),
    identity.reset_complete(bytea, text, timestamptz), identity.password_change(text, text, uuid, timestamptz),
    identity.own_sessions(timestamptz, timestamptz), identity.own_session_end(uuid, timestamptz),
    identity.own_sessions_end_others(uuid, timestamptz) to monozu_app;

grant create on schema identity to monozu_lookup;
alter function identity.login_person(text, text) owner to monozu_lookup;
alter function identity.language_choose(text) owner to monozu_lookup;
alter function identity.language_suggest(uuid, text) owner to monozu_lookup;
alter function identity.sessions_end_everywhere(uuid, uuid, text, timestamptz) owner to monozu_lookup;
alter function identity.reset_request(uuid, text, text, timestamptz) owner to monozu_lookup;
alter function identity.reset_request_take(timestamptz) owner to monozu_lookup;
alter function identity.reset_token_issue(uuid, bytea, timestamptz, timestamptz) owner to monozu_lookup;
alter function identity.reset_token_find(bytea, timestamptz) owner to monozu_lookup;
alter function identity.reset_complete(bytea, text, timestamptz) owner to monozu_lookup;
alter function identity.password_change(text, text, uuid, timestamptz) owner to monozu_lookup;
alter function identity.own_sessions(timestamptz, timestamptz) owner to monozu_lookup;
alter function identity.own_session_end(uuid, timestamptz) owner to monozu_lookup;
alter function identity.own_sessions_end_others(uuid, timestamptz) owner to monozu_lookup;
revoke create on schema identity from monozu_lookup;
