-- Operators are made by other operators now: a new one has no password until they have used the one-time link, of which only the hash is
-- kept. A session says where it is used from and when its holder last proved who they are.

alter table operators.operators
    alter column password_hash drop not null,
    add column setup_token_hash bytea constraint operator_setup_token_taken unique
        constraint operator_setup_token_hash_length check (length(setup_token_hash) = 32),
    add column setup_expires_at timestamptz,
    add column version bigint not null default 1,
    add constraint operator_setup_token_expires check ((setup_token_hash is null) = (setup_expires_at is null));
create index operator_by_created_at on operators.operators (created_at, id);
grant insert (setup_token_hash, setup_expires_at) on operators.operators to management_app;
grant update (display_name, role, active, setup_token_hash, setup_expires_at, version) on operators.operators to management_app;

alter table operators.sessions
    add column proved_at timestamptz,
    add column user_agent text not null default '',
    add column remote_address text not null default '',
    drop constraint session_end_reason,
    add constraint session_end_reason
        check (end_reason in ('logout', 'token_reused', 'ended', 'ended_by_owner', 'deactivated', 'password_changed'));
update operators.sessions set proved_at = created_at;
alter table operators.sessions alter column proved_at set not null;
grant insert (proved_at, user_agent, remote_address) on operators.sessions to management_app;
grant update (proved_at, remote_address) on operators.sessions to management_app;
