-- Second factors: what a person has besides the password, and which tenants ask for it. They belong to the person, as the password does:
-- one set for all of their tenants, which none of the tenants sees.

-- Each table shows a person their own rows and nothing else: `app.enter` names who acts, and a request names itself only once it knows.
create table identity.totp (
    person_id uuid not null constraint totp_key primary key,
    secret bytea not null,                     -- sealed
    last_step bigint not null,                 -- no code of this step or an earlier one is taken again
    created_at timestamptz not null,
    last_used_at timestamptz,
    constraint totp_person foreign key (person_id) references identity.persons (id) on delete cascade
);
alter table identity.totp enable row level security;
alter table identity.totp force row level security;
create policy own on identity.totp
  using (person_id::text = current_setting('app.actor_id', true))
  with check (person_id::text = current_setting('app.actor_id', true));
grant select, delete on identity.totp to monozu_app;
grant insert (person_id, secret, last_step, created_at) on identity.totp to monozu_app;
grant update (secret, last_step, created_at, last_used_at) on identity.totp to monozu_app;

create table identity.recovery_codes (
    person_id uuid not null,
    hash bytea not null constraint recovery_code_hash_length check (length(hash) = 32),
    created_at timestamptz not null,
    used_at timestamptz,
    constraint recovery_code_key primary key (person_id, hash),
    constraint recovery_code_person foreign key (person_id) references identity.persons (id) on delete cascade
);
alter table identity.recovery_codes enable row level security;
alter table identity.recovery_codes force row level security;
create policy own on identity.recovery_codes
  using (person_id::text = current_setting('app.actor_id', true))
  with check (person_id::text = current_setting('app.actor_id', true));
grant select, delete on identity.recovery_codes to monozu_app;
grant insert (person_id, hash, created_at) on identity.recovery_codes to monozu_app;
grant update (used_at) on identity.recovery_codes to monozu_app;

create table identity.passkeys (
    person_id uuid not null,
    id uuid not null,
    credential_id bytea not null constraint passkey_taken unique constraint passkey_credential_length check (length(credential_id) between 1 and 1023),
    public_key bytea not null,
    algorithm text not null constraint passkey_algorithm check (algorithm in ('es256', 'eddsa', 'rs256')),
    sign_count bigint not null,
    backed_up boolean not null,
    name text not null constraint passkey_name_length check (length(name) between 1 and 100),
    created_at timestamptz not null,
    last_used_at timestamptz,
    suspected_at timestamptz,                  -- when it was refused because its counter had not grown: there may be a copy
    constraint passkey_key primary key (person_id, id),
    constraint passkey_person foreign key (person_id) references identity.persons (id) on delete cascade
);
alter table identity.passkeys enable row level security;
alter table identity.passkeys force row level security;
create policy own on identity.passkeys
  using (person_id::text = current_setting('app.actor_id', true))
  with check (person_id::text = current_setting('app.actor_id', true));
grant select, delete on identity.passkeys to monozu_app;
grant insert (person_id, id, credential_id, public_key, algorithm, sign_count, backed_up, name, created_at) on identity.passkeys to monozu_app;
grant update (sign_count, name, last_used_at, suspected_at) on identity.passkeys to monozu_app;

-- Challenges carry what they are for, sealed, and are known here only once they have been answered, so that none is answered twice.
create table identity.spent_challenges (
    hash bytea not null constraint spent_challenge_key primary key,
    expires_at timestamptz not null
);
create index spent_challenge_by_expires_at on identity.spent_challenges (expires_at);
alter table identity.spent_challenges enable row level security;
alter table identity.spent_challenges force row level security;

-- What a tenant asks of its people. No row: nothing beyond the platform's own rules.
create table identity.security_policies (
    tenant_id uuid not null constraint security_policy_key primary key,
    second_factor text not null constraint security_policy_second_factor check (second_factor in ('nobody', 'roles', 'everybody')),
    roles text[] not null,
    session_idle_minutes integer constraint security_policy_idle check (session_idle_minutes > 0),
    session_absolute_minutes integer constraint security_policy_absolute check (session_absolute_minutes > 0),
    updated_at timestamptz not null,
    version bigint not null default 1,
    constraint security_policy_tenant foreign key (tenant_id) references licence.tenants (id) on delete cascade
);
alter table identity.security_policies enable row level security;
alter table identity.security_policies force row level security;
create policy tenant on identity.security_policies
  using (tenant_id::text = current_setting('app.tenant_id', true))
  with check (tenant_id::text = current_setting('app.tenant_id', true));
grant select on identity.security_policies to monozu_app;
grant insert (tenant_id, second_factor, roles, session_idle_minutes, session_absolute_minutes, updated_at, version) on identity.security_policies to monozu_app;
grant update (second_factor, roles, session_idle_minutes, session_absolute_minutes, updated_at, version) on identity.security_policies to monozu_app;

-- Whose passkey this is: nobody has said who they are when somebody signs in with one.
create function identity.passkey_person(credential bytea) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select k.person_id from identity.passkeys k where k.credential_id = passkey_person.credential
$$;

-- Spends a challenge: its hash where nobody had, no row otherwise. Those that nobody could answer any more go away in the same breath.
create function identity.challenge_spend(challenge_hash bytea, until timestamptz, at timestamptz) returns setof bytea
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    delete from identity.spent_challenges s where s.expires_at <= challenge_spend.at;
    insert into identity.spent_challenges (hash, expires_at) values (challenge_spend.challenge_hash, challenge_spend.until)
    on conflict (hash) do nothing
    returning hash;
$$;

-- Takes all second factors from a person whom the entered tenant has to itself. No row where another tenant knows the person as well: it
-- relies on these factors too.
create function identity.factors_reset(person uuid) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    with own as (
        select p.id from identity.persons p
        where p.id = factors_reset.person and p.tenants = array[nullif(current_setting('app.tenant_id', true), '')::uuid]
    ), no_totp as (
        delete from identity.totp t using own where t.person_id = own.id
    ), no_codes as (
        delete from identity.recovery_codes c using own where c.person_id = own.id
    ), no_passkeys as (
        delete from identity.passkeys k using own where k.person_id = own.id
    )
    select own.id from own
$$;

revoke all on function identity.passkey_person(bytea), identity.challenge_spend(bytea, timestamptz, timestamptz),
    identity.factors_reset(uuid) from public;
grant execute on function identity.passkey_person(bytea), identity.challenge_spend(bytea, timestamptz, timestamptz),
    identity.factors_reset(uuid) to monozu_app;
grant select, delete on identity.totp, identity.recovery_codes, identity.passkeys to monozu_lookup;
grant select, insert, delete on identity.spent_challenges to monozu_lookup;
grant create on schema identity to monozu_lookup;
alter function identity.passkey_person(bytea) owner to monozu_lookup;
alter function identity.challenge_spend(bytea, timestamptz, timestamptz) owner to monozu_lookup;
alter function identity.factors_reset(uuid) owner to monozu_lookup;
revoke create on schema identity from monozu_lookup;
