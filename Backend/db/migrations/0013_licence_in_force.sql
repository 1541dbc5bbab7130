-- A device, a provisioning key or a webhook is good only while its tenant's licence is in force, as a person's log-in is: active, begun and
-- not run out. The look-ups asked for the status alone. Counted places are the licence's too: see devices/sql and identity/sql.

create function licence.in_force(tenant uuid) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select exists (
        select
        from licence.tenants t
        join licence.tenant_licenses l on l.tenant_id = t.id
        where t.id = in_force.tenant and t.status = 'active' and l.valid_from <= now() and now() < l.valid_until
    )
$$;
revoke all on function licence.in_force(uuid) from public;
grant execute on function licence.in_force(uuid) to monozu_lookup;

create or replace function devices.device_by_key_hash(hash bytea)
    returns table (tenant_id uuid, device_id uuid, revoked boolean, tenant_active boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select k.tenant_id, k.device_id, k.revoked_at is not null or d.revoked_at is not null, licence.in_force(k.tenant_id)
    from devices.device_keys k
    join devices.devices d on d.tenant_id = k.tenant_id and d.id = k.device_id
    where k.key_hash = hash
$$;

create or replace function devices.provisioning_key_by_hash(hash bytea)
    returns table (tenant_id uuid, id uuid, tenant_active boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select k.tenant_id, k.id, licence.in_force(k.tenant_id)
    from devices.provisioning_keys k
    where k.key_hash = hash
$$;

create or replace function alerts.webhook_by_id(webhook uuid)
    returns table (tenant_id uuid, name text, secret text, revoked boolean, tenant_active boolean)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select w.tenant_id, w.name, w.secret, w.revoked_at is not null, licence.in_force(w.tenant_id)
    from alerts.webhooks w
    where w.id = webhook
$$;
