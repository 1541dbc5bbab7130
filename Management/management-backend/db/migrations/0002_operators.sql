-- The vendor's staff and their log-ins, as in the Cloud: a session is one family of refresh tokens, of which only hashes are kept.

create schema operators;
grant usage on schema operators to management_app;

create table operators.operators (
    id uuid not null constraint operator_key primary key,
    email text not null constraint operator_email_taken unique,
    display_name text not null constraint operator_display_name_length check (length(display_name) between 1 and 200),
    role text not null constraint operator_role check (role in ('viewer', 'operator', 'owner')),
    password_hash text not null,
    active boolean not null default true,
    last_login_at timestamptz,
    created_at timestamptz not null
);
grant select on operators.operators to management_app;
grant insert (id, email, display_name, role, password_hash, created_at) on operators.operators to management_app;
grant update (password_hash, last_login_at) on operators.operators to management_app;

create table operators.sessions (
    id uuid not null constraint session_key primary key,
    operator_id uuid not null constraint session_operator references operators.operators (id) on delete cascade,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    end_reason text constraint session_end_reason check (end_reason in ('logout', 'token_reused')),
    constraint session_end_has_reason check ((ended_at is null) = (end_reason is null))
);
create index session_by_operator on operators.sessions (operator_id);
grant select, delete on operators.sessions to management_app;
grant insert (id, operator_id, created_at, last_used_at, expires_at) on operators.sessions to management_app;
grant update (last_used_at, ended_at, end_reason) on operators.sessions to management_app;

create table operators.refresh_tokens (
    hash bytea not null constraint refresh_token_key primary key constraint refresh_token_hash_length check (length(hash) = 32),
    session_id uuid not null constraint refresh_token_session references operators.sessions (id) on delete cascade,
    issued_at timestamptz not null,
    used_at timestamptz
);
create index refresh_token_by_session on operators.refresh_tokens (session_id);
grant select on operators.refresh_tokens to management_app;
grant insert (hash, session_id, issued_at) on operators.refresh_tokens to management_app;
grant update (used_at) on operators.refresh_tokens to management_app;
