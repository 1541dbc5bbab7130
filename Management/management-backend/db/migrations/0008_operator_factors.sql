-- Second factors, as in the Cloud: the platform's code (packages/platform/factors) over this service's own tables.

create table operators.totp (
    operator_id uuid not null constraint totp_key primary key constraint totp_operator references operators.operators (id) on delete cascade,
    secret bytea not null,      -- sealed
    last_step bigint not null,  -- no code of this step or an earlier one is taken again
    created_at timestamptz not null,
    last_used_at timestamptz
);
grant select, delete on operators.totp to management_app;
grant insert (operator_id, secret, last_step, created_at) on operators.totp to management_app;
grant update (secret, last_step, created_at, last_used_at) on operators.totp to management_app;

create table operators.recovery_codes (
    operator_id uuid not null constraint recovery_code_operator references operators.operators (id) on delete cascade,
    hash bytea not null constraint recovery_code_hash_length check (length(hash) = 32),
    created_at timestamptz not null,
    used_at timestamptz,
    constraint recovery_code_key primary key (operator_id, hash)
);
grant select, delete on operators.recovery_codes to management_app;
grant insert (operator_id, hash, created_at) on operators.recovery_codes to management_app;
grant update (used_at) on operators.recovery_codes to management_app;

create table operators.passkeys (
    operator_id uuid not null constraint passkey_operator references operators.operators (id) on delete cascade,
    id uuid not null,
    credential_id bytea not null constraint passkey_taken unique constraint passkey_credential_length check (length(credential_id) between 1 and 1023),
    public_key bytea not null,
    algorithm text not null constraint passkey_algorithm check (algorithm in ('es256', 'eddsa', 'rs256')),
    sign_count bigint not null,
    backed_up boolean not null,
    name text not null constraint passkey_name_length check (length(name) between 1 and 100),
    created_at timestamptz not null,
    last_used_at timestamptz,
    suspected_at timestamptz,  -- when it was refused because its counter had not grown: there may be a copy
    constraint passkey_key primary key (operator_id, id)
);
grant select, delete on operators.passkeys to management_app;
grant insert (operator_id, id, credential_id, public_key, algorithm, sign_count, backed_up, name, created_at) on operators.passkeys to management_app;
grant update (sign_count, name, last_used_at, suspected_at) on operators.passkeys to management_app;

-- Challenges carry what they are for, sealed, and are known here only once they have been answered, so that none is answered twice.
create table operators.spent_challenges (
    hash bytea not null constraint spent_challenge_key primary key,
    expires_at timestamptz not null
);
create index spent_challenge_by_expires_at on operators.spent_challenges (expires_at);
grant select, delete, insert (hash, expires_at) on operators.spent_challenges to management_app;
