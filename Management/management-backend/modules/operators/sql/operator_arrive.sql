-- Somebody whom the provider vouches for: made on the first sign-in, and on each named as the provider names them, with the role it gives.
insert into operators.operators (id, email, display_name, role, issuer, subject, created_at)
values (:id, :email, :display_name, :role, :issuer, :subject, :now)
on conflict (issuer, subject) do update
set email = excluded.email, display_name = excluded.display_name, role = excluded.role, version = operators.version + 1
returning id, role, active
