insert into identity.setup_tokens (tenant_id, hash, person_id, created_at, expires_at)
values (:tenant_id, :hash, :person_id, :now, :expires_at)
on conflict (tenant_id, hash) do nothing
