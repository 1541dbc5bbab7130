-- A refresh that the browser never heard the answer of may be asked for once more. So a session counts its refreshes: `generation` is that
-- of the tokens issued last, and using one of them begins the next. A token of an earlier generation is a copy, except that the one just
-- spent may be exchanged a second time, which `again_at` notes.

alter table operators.sessions add column generation bigint not null default 1;
alter table operators.refresh_tokens add column generation bigint not null default 1;
alter table operators.refresh_tokens add column again_at timestamptz;

-- What was spent before this migration is of an earlier generation.
update operators.refresh_tokens set generation = 0 where used_at is not null;
alter table operators.refresh_tokens alter column generation drop default;

grant update (generation) on operators.sessions to management_app;
grant insert (generation) on operators.refresh_tokens to management_app;
grant update (again_at) on operators.refresh_tokens to management_app;
