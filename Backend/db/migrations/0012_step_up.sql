-- When and how well the person of a session last proved who they are: dangerous acts ask for a fresh proof.

alter table identity.sessions
    add column proved_at timestamptz,
    add column second_factor boolean not null default false;
grant insert (proved_at, second_factor), update (proved_at, second_factor) on identity.sessions to monozu_app;
