-- A refresh that the browser never heard the answer of may be asked for once more. So a session counts its refreshes: `generation` is that
-- of the tokens issued last, and using one of them begins the next. A token of an earlier generation is a copy, except that the one just
-- spent may be exchanged a second time, which `again_at` notes.

alter table identity.sessions add column generation bigint not null default 1;
alter table identity.refresh_tokens add column generation bigint not null default 1;
alter table identity.refresh_tokens add column again_at timestamptz;

-- What was spent before this migration is of an earlier generation. Row-level security is forced on the owner too, except here.
alter table identity.refresh_tokens no force row level security;
update identity.refresh_tokens set generation = 0 where used_at is not null;
alter table identity.refresh_tokens force row level security;
alter table identity.refresh_tokens alter column generation drop default;

grant update (generation) on identity.sessions to monozu_app;
grant insert (generation) on identity.refresh_tokens to monozu_app;
grant update (again_at) on identity.refresh_tokens to monozu_app;
