-- Operators whom an identity provider vouches for: known by issuer and subject (at Entra organisation and person), which nobody can change,
-- never by an address. They have no password here, and addresses are unique among the others alone.

alter table operators.operators
    add column issuer text,
    add column subject text,
    add constraint operator_provider check ((issuer is null) = (subject is null)),
    add constraint operator_provider_has_the_password check (subject is null or (password_hash is null and setup_token_hash is null)),
    add constraint operator_subject_taken unique (issuer, subject),
    drop constraint operator_email_taken;
create unique index operator_email_taken on operators.operators (email) where subject is null;
grant insert (issuer, subject) on operators.operators to management_app;
grant update (email) on operators.operators to management_app;
