insert into sso.identities (tenant_id, connection_id, issuer, subject, person_id, username, created_at, last_used_at)
values (:tenant_id, :connection_id, :issuer, :subject, :person_id, :username, :now, :now)
on conflict (tenant_id, connection_id, issuer, subject) do update
set username = excluded.username, last_used_at = excluded.last_used_at
