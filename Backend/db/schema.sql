-- Dumped from the migrations by ./monozu gen. Do not edit.

CREATE SCHEMA alerts;

CREATE SCHEMA app;

CREATE SCHEMA audit;

CREATE SCHEMA cmdb;

CREATE SCHEMA commands;

CREATE SCHEMA devices;

CREATE SCHEMA identity;

CREATE SCHEMA ingest;

CREATE SCHEMA itsm;

CREATE SCHEMA licence;

CREATE SCHEMA mail;

CREATE SCHEMA scim;

CREATE SCHEMA sso;

CREATE SCHEMA views;

CREATE COLLATION cmdb.by_name (provider = icu, locale = 'und-u-kn-true');

CREATE COLLATION itsm.by_number (provider = icu, locale = 'en-u-kn-true');

CREATE TYPE alerts.severity AS ENUM (
    'info',
    'low',
    'medium',
    'high',
    'critical'
);

CREATE TYPE itsm.priority AS ENUM (
    'low',
    'medium',
    'high',
    'critical'
);

CREATE FUNCTION alerts.purge_deliveries(before timestamp with time zone) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with purged as (
        delete from alerts.webhook_deliveries d using alerts.webhooks w
        where d.tenant_id = w.tenant_id and d.webhook_id = w.id and d.received_at < before
        returning 1)
    select count(*) from purged
$$;

CREATE FUNCTION alerts.webhook_by_id(webhook uuid) RETURNS TABLE(tenant_id uuid, name text, secret text, revoked boolean, tenant_active boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select w.tenant_id, w.name, w.secret, w.revoked_at is not null, licence.in_force(w.tenant_id)
    from alerts.webhooks w
    where w.id = webhook
$$;

CREATE FUNCTION app.enter(tenant uuid, actor uuid) RETURNS text
    LANGUAGE sql
    AS $$
    select set_config('app.tenant_id', coalesce(tenant::text, ''), true) || set_config('app.actor_id', coalesce(actor::text, ''), true)
$$;

CREATE FUNCTION app.migration_current() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(max(number), 0) from app.migrations;
$$;

CREATE FUNCTION app.purge_idempotency_keys(keep interval) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with purged as (delete from app.idempotency_keys where created_at < now() - keep returning 1)
    select count(*) from purged
$$;

CREATE FUNCTION audit.chains(checked_before timestamp with time zone) RETURNS TABLE(tenant_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select t.id
    from licence.tenants t
    left join audit.verifications v on v.tenant_id = t.id
    where v.finished_at is null or v.finished_at < checked_before
    order by v.finished_at nulls first, t.id
$$;

CREATE FUNCTION audit.forget(tenant uuid, through bigint, default_days integer) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with kept as (
        select now() - make_interval(days => greatest(90, coalesce(max(r.days), default_days))) as since
        from audit.retention r
        where r.tenant_id = tenant),
    old as (
        select l.seq, l.entry_id
        from audit.links l
        join audit.entries e on e.tenant_id = l.tenant_id and e.id = l.entry_id
        cross join kept
        where l.tenant_id = tenant and l.seq <= through and e.at < kept.since),
    links as (
        delete from audit.links l using old where l.tenant_id = tenant and l.seq = old.seq),
    entries as (
        delete from audit.entries e using old where e.tenant_id = tenant and e.id = old.entry_id returning 1)
    select count(*) from entries
$$;

CREATE FUNCTION cmdb.discovery_due(at timestamp with time zone, at_most integer) RETURNS TABLE(tenant_id uuid, id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select n.tenant_id, n.id
    from cmdb.discovery_networks n
    where n.next_scan_at <= discovery_due.at
    order by n.next_scan_at
    limit discovery_due.at_most
$$;

CREATE FUNCTION cmdb.purge_inventory(removed_before timestamp with time zone, scans_before timestamp with time zone, at_most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    tenant record;
    gone integer;
    total integer := 0;
begin
    for tenant in select t.id from licence.tenants t loop
        delete from cmdb.installations i
        where i.tenant_id = tenant.id
          and (i.record_id, i.title_id) in (select o.record_id, o.title_id from cmdb.installations o
                                            where o.tenant_id = tenant.id and o.removed_at < removed_before limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
        delete from cmdb.findings f
        where f.tenant_id = tenant.id
          and (f.record_id, f.section, f.key) in (select o.record_id, o.section, o.key from cmdb.findings o
                                                  where o.tenant_id = tenant.id and o.removed_at < removed_before limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
        delete from cmdb.network_scans s
        where s.tenant_id = tenant.id
          and s.id in (select o.id from cmdb.network_scans o
                       where o.tenant_id = tenant.id and o.started_at < scans_before limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
    end loop;
    return total;
end
$$;

CREATE FUNCTION cmdb.purge_relations(before timestamp with time zone, at_most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    tenant uuid;
    gone integer;
    total integer := 0;
begin
    for tenant in select t.id from licence.tenants t loop
        delete from cmdb.relations r
        where r.tenant_id = tenant
          and r.id in (select o.id from cmdb.relations o where o.tenant_id = tenant and o.ended_at < before order by o.ended_at
                       limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
    end loop;
    return total;
end
$$;

CREATE FUNCTION devices.device_by_key(hash bytea) RETURNS TABLE(tenant_id uuid, device_id uuid, key_id uuid, revoked boolean, tenant_active boolean, addresses text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select found.tenant_id, found.device_id, k.id, found.revoked, found.tenant_active, k.addresses
    from devices.device_by_key_hash(hash) as found
    join devices.device_keys k on k.tenant_id = found.tenant_id and k.device_id = found.device_id and k.key_hash = hash
$$;

CREATE FUNCTION devices.device_by_key_hash(hash bytea) RETURNS TABLE(tenant_id uuid, device_id uuid, revoked boolean, tenant_active boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select k.tenant_id, k.device_id, k.revoked_at is not null or d.revoked_at is not null, licence.in_force(k.tenant_id)
    from devices.device_keys k
    join devices.devices d on d.tenant_id = k.tenant_id and d.id = k.device_id
    where k.key_hash = hash
$$;

CREATE FUNCTION devices.provisioning_key_by_hash(hash bytea) RETURNS TABLE(tenant_id uuid, id uuid, tenant_active boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select k.tenant_id, k.id, licence.in_force(k.tenant_id)
    from devices.provisioning_keys k
    where k.key_hash = hash
$$;

CREATE FUNCTION devices.purge_history(telemetry_before timestamp with time zone, logs_before timestamp with time zone, at_most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    device record;
    gone integer;
    total integer := 0;
begin
    for device in select d.tenant_id, d.id from devices.devices d loop
        delete from devices.telemetry t
        where t.tenant_id = device.tenant_id and t.device_id = device.id
          and t.at in (select o.at from devices.telemetry o
                       where o.tenant_id = device.tenant_id and o.device_id = device.id and o.at < telemetry_before
                       order by o.at limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
        delete from devices.logs l
        where l.tenant_id = device.tenant_id and l.device_id = device.id
          and (l.at, l.id) in (select o.at, o.id from devices.logs o
                               where o.tenant_id = device.tenant_id and o.device_id = device.id and o.at < logs_before
                               order by o.at limit at_most - total);
        get diagnostics gone = row_count;
        total := total + gone;
        exit when total >= at_most;
    end loop;
    return total;
end
$$;

CREATE FUNCTION identity.challenge_spend(challenge_hash bytea, until timestamp with time zone, at timestamp with time zone) RETURNS SETOF bytea
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    delete from identity.spent_challenges s where s.expires_at <= challenge_spend.at;
    insert into identity.spent_challenges (hash, expires_at) values (challenge_spend.challenge_hash, challenge_spend.until)
    on conflict (hash) do nothing
    returning hash;
$$;

CREATE FUNCTION identity.factors_reset(person uuid) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with own as (
        select p.id from identity.persons p
        where p.id = factors_reset.person and p.tenants = array[nullif(current_setting('app.tenant_id', true), '')::uuid]
    ), no_totp as (
        delete from identity.totp t using own where t.person_id = own.id
    ), no_codes as (
        delete from identity.recovery_codes c using own where c.person_id = own.id
    ), no_passkeys as (
        delete from identity.passkeys k using own where k.person_id = own.id
    )
    select own.id from own
$$;

CREATE FUNCTION identity.language_choose(language text) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update identity.persons p
    set language = language_choose.language
    where p.id = nullif(current_setting('app.actor_id', true), '')::uuid
    returning p.id
$$;

CREATE FUNCTION identity.language_suggest(person uuid, language text) RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update identity.persons p
    set language = coalesce(p.language, language_suggest.language)
    where p.id = language_suggest.person and p.tenants @> array[nullif(current_setting('app.tenant_id', true), '')::uuid]
    returning p.language
$$;

CREATE FUNCTION identity.login_person(email text, remote_address text) RETURNS TABLE(id uuid, password_hash text, password_changed_at timestamp with time zone, known_address boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select p.id, p.password_hash, p.password_changed_at,
        exists (select from identity.sessions s
                where s.tenant_id = any (p.tenants) and s.person_id = p.id and s.remote_address = login_person.remote_address
                  and s.sso_connection_id is null)
    from identity.persons p
    where p.email = login_person.email
$$;

CREATE FUNCTION identity.memberships_of(person uuid) RETURNS TABLE(tenant_id uuid, tenant_name text, role text, last_login_at timestamp with time zone, status text, valid_from timestamp with time zone, valid_until timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select m.tenant_id, t.name, m.role, m.last_login_at, t.status, l.valid_from, l.valid_until
    from identity.persons p
    cross join unnest(p.tenants) as member (tenant_id)
    join identity.memberships m on m.tenant_id = member.tenant_id and m.person_id = p.id
    join licence.tenants t on t.id = m.tenant_id
    left join licence.tenant_licenses l on l.tenant_id = m.tenant_id
    where p.id = memberships_of.person and m.active and m.accepted_at is not null
$$;

CREATE FUNCTION identity.own_session_end(session uuid, at timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update identity.sessions s
    set ended_at = own_session_end.at, end_reason = 'ended'
    from identity.persons p
    where p.id = nullif(current_setting('app.actor_id', true), '')::uuid
      and s.tenant_id = any (p.tenants) and s.person_id = p.id and s.id = own_session_end.session and s.ended_at is null
    returning s.id
$$;

CREATE FUNCTION identity.own_sessions(at timestamp with time zone, idle_since timestamp with time zone) RETURNS TABLE(id uuid, tenant_name text, user_agent text, remote_address text, created_at timestamp with time zone, last_used_at timestamp with time zone, expires_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select s.id, t.name, s.user_agent, s.remote_address, s.created_at, s.last_used_at, s.expires_at
    from identity.persons p
    join identity.sessions s on s.tenant_id = any (p.tenants) and s.person_id = p.id
    join licence.tenants t on t.id = s.tenant_id
    where p.id = nullif(current_setting('app.actor_id', true), '')::uuid
      and s.ended_at is null and s.expires_at > own_sessions.at and s.last_used_at > own_sessions.idle_since
$$;

CREATE FUNCTION identity.own_sessions_end_others(keep uuid, at timestamp with time zone) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select identity.sessions_end_everywhere(nullif(current_setting('app.actor_id', true), '')::uuid, own_sessions_end_others.keep, 'ended',
                                            own_sessions_end_others.at)
$$;

CREATE FUNCTION identity.passkey_person(credential bytea) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select k.person_id from identity.passkeys k where k.credential_id = passkey_person.credential
$$;

CREATE FUNCTION identity.password_change(old_hash text, new_hash text, keep uuid, at timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with changed as (
        update identity.persons p
        set password_hash = password_change.new_hash, password_changed_at = password_change.at
        where p.id = nullif(current_setting('app.actor_id', true), '')::uuid and p.password_hash = password_change.old_hash
        returning p.id
    ), spent as (
        update identity.reset_tokens t
        set used_at = password_change.at
        from changed
        where t.person_id = changed.id and t.used_at is null
    )
    select changed.id
    from changed
    cross join lateral identity.sessions_end_everywhere(changed.id, password_change.keep, 'password_changed', password_change.at)
$$;

CREATE FUNCTION identity.password_rehash(person uuid, old_hash text, new_hash text) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    update identity.persons p
    set password_hash = password_rehash.new_hash
    where p.id = password_rehash.person and p.password_hash = password_rehash.old_hash
    returning p.id
$$;

CREATE FUNCTION identity.person_join(new_id uuid, email text, at timestamp with time zone) RETURNS TABLE(id uuid, pending boolean, elsewhere boolean)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into identity.persons as p (id, email, tenants, created_at)
    values (person_join.new_id, person_join.email, array[current_setting('app.tenant_id')::uuid], person_join.at)
    on conflict (email) do update
    set tenants = case when excluded.tenants <@ p.tenants then p.tenants else p.tenants || excluded.tenants end
    returning p.id, p.pending, cardinality(p.tenants) > 1
$$;

CREATE FUNCTION identity.person_readdress(person uuid, address text) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with own as (
        update identity.persons p
        set email = person_readdress.address
        where p.id = person_readdress.person and p.tenants = array[nullif(current_setting('app.tenant_id', true), '')::uuid]
        returning p.id
    ), no_links as (
        delete from identity.reset_tokens t using own where t.person_id = own.id
    )
    select own.id from own
$$;

CREATE FUNCTION identity.reset_complete(token_hash bytea, new_password_hash text, at timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with good as (
        select t.person_id from identity.reset_tokens t
        where t.hash = reset_complete.token_hash and t.used_at is null and t.expires_at > reset_complete.at
        for update
    ), spent as (
        update identity.reset_tokens t
        set used_at = reset_complete.at
        from good
        where t.person_id = good.person_id and t.used_at is null
    ), ended as (
        select identity.sessions_end_everywhere(good.person_id, null, 'password_reset', reset_complete.at) from good
    )
    update identity.persons p
    set password_hash = reset_complete.new_password_hash, password_changed_at = reset_complete.at
    from good, ended
    where p.id = good.person_id
    returning p.id
$$;

CREATE FUNCTION identity.reset_request(new_id uuid, email text, language text, at timestamp with time zone) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into identity.reset_requests (id, email, language, requested_at)
    values (reset_request.new_id, reset_request.email, reset_request.language, reset_request.at)
    returning id
$$;

CREATE FUNCTION identity.reset_request_take(since timestamp with time zone) RETURNS TABLE(email text, language text, person_id uuid, tenant_id uuid, letters bigint, managed_by text)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with taken as (
        delete from identity.reset_requests
        where id = (select r.id from identity.reset_requests r order by r.requested_at, r.id limit 1 for update skip locked)
        returning reset_requests.email, reset_requests.language
    )
    select taken.email, coalesce(p.language, taken.language), p.id, used_last.tenant_id,
        (select count(*) from identity.reset_tokens t where t.person_id = p.id and t.created_at > reset_request_take.since),
        case when not exists (
            select from identity.memberships m
            where m.tenant_id = any (p.tenants) and m.person_id = p.id and m.active
              and (m.break_glass or not exists (select from sso.connections c where c.tenant_id = m.tenant_id and c.enforced))
        ) then used_last.name end
    from taken
    left join identity.persons p on p.email = taken.email
    left join lateral (
        select m.tenant_id, t.name
        from unnest(p.tenants) as member (tenant_id)
        join identity.memberships m on m.tenant_id = member.tenant_id and m.person_id = p.id and m.active
        join licence.tenants t on t.id = m.tenant_id
        order by m.accepted_at is null, m.last_login_at desc nulls last, m.tenant_id
        limit 1
    ) as used_last on true
$$;

CREATE FUNCTION identity.reset_token_find(token_hash bytea, at timestamp with time zone) RETURNS TABLE(person_id uuid, email text, language text, tenant_id uuid, names text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select p.id, p.email, p.language,
        (select m.tenant_id from identity.memberships m
         where m.tenant_id = any (p.tenants) and m.person_id = p.id and m.active order by m.last_login_at desc nulls last, m.tenant_id limit 1),
        array(select m.display_name from identity.memberships m where m.tenant_id = any (p.tenants) and m.person_id = p.id)
            || array(select l.name from licence.tenants l where l.id = any (p.tenants))
    from identity.reset_tokens t
    join identity.persons p on p.id = t.person_id
    where t.hash = reset_token_find.token_hash and t.used_at is null and t.expires_at > reset_token_find.at
$$;

CREATE FUNCTION identity.reset_token_issue(person uuid, token_hash bytea, at timestamp with time zone, until timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with outdated as (
        delete from identity.reset_tokens t
        where t.person_id = reset_token_issue.person and t.created_at < reset_token_issue.at - interval '1 day'
    )
    insert into identity.reset_tokens (hash, person_id, created_at, expires_at)
    values (reset_token_issue.token_hash, reset_token_issue.person, reset_token_issue.at, reset_token_issue.until)
    returning person_id
$$;

CREATE FUNCTION identity.sessions_end_everywhere(person uuid, keep uuid, reason text, at timestamp with time zone) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with ended as (
        update identity.sessions s
        set ended_at = sessions_end_everywhere.at, end_reason = sessions_end_everywhere.reason
        from identity.persons p
        where p.id = sessions_end_everywhere.person and s.tenant_id = any (p.tenants) and s.person_id = p.id
          and s.ended_at is null and s.id is distinct from sessions_end_everywhere.keep
        returning s.id
    )
    select count(*) from ended
$$;

CREATE FUNCTION identity.setup_complete(token_hash bytea, new_password_hash text, at timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select p.id
    from identity.persons p
    join identity.setup_tokens s on s.person_id = p.id
    where s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and s.hash = setup_complete.token_hash
    for update of p;

    with spent as (
        update identity.setup_tokens s
        set used_at = setup_complete.at
        from identity.persons p
        where s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and s.hash = setup_complete.token_hash
          and s.used_at is null and s.expires_at > setup_complete.at
          and p.id = s.person_id and p.pending
          and not exists (select from identity.memberships m
                          where m.tenant_id = any (p.tenants) and m.tenant_id <> s.tenant_id and m.person_id = p.id
                            and m.accepted_at is not null)
        returning s.person_id
    )
    update identity.persons p
    set password_hash = setup_complete.new_password_hash, password_changed_at = setup_complete.at
    from spent
    where p.id = spent.person_id and p.password_hash is null
    returning p.id
$$;

CREATE FUNCTION ingest.drop_partitions(older_than_days integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET lock_timeout TO '5s'
    AS $_$
declare
    keep_from timestamptz := least((current_date - greatest(older_than_days, 1))::timestamptz,
                                   (select min(received_at) from ingest.ingest_batches));
    dropped integer := 0;
    partition record;
begin
    for partition in
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'ingest' and c.relispartition and c.relname ~ '^ingest_events_p[0-7]_[0-9]{8}$'
          and to_date(right(c.relname, 8), 'YYYYMMDD') + 1 <= keep_from
        order by right(c.relname, 8), c.relname
    loop
        if dropped = 0 then
            lock table only ingest.ingest_events in access exclusive mode;
        end if;
        execute format('drop table if exists ingest.%I', partition.relname);
        dropped := dropped + 1;
    end loop;
    for remainder in 0..7 loop
        execute format('delete from ingest.%I where received_at < %L', format('ingest_events_p%s_default', remainder), keep_from);
    end loop;
    return dropped;
end
$_$;

CREATE FUNCTION ingest.ensure_partitions(days_ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET lock_timeout TO '5s'
    AS $$
declare
    made integer := 0;
    day date;
    parent text;
    name text;
begin
    for offset_days in 0..greatest(days_ahead, 0) loop
        day := current_date + offset_days;
        for remainder in 0..7 loop
            parent := format('ingest_events_p%s', remainder);
            name := format('%s_%s', parent, to_char(day, 'YYYYMMDD'));
            continue when to_regclass(format('ingest.%I', name)) is not null;
            if made = 0 then
                lock table only ingest.ingest_events in access exclusive mode;
                -- Another caller may have been quicker while this one waited.
                continue when to_regclass(format('ingest.%I', name)) is not null;
            end if;
            execute format('create table ingest.%I (like ingest.%I including all)', name, parent);
            execute format('with moved as (delete from ingest.%I where received_at >= %L and received_at < %L returning *)
                            insert into ingest.%I select * from moved',
                           parent || '_default', day::timestamptz, (day + 1)::timestamptz, name);
            execute format('alter table ingest.%I attach partition ingest.%I for values from (%L) to (%L)',
                           parent, name, day::timestamptz, (day + 1)::timestamptz);
            made := made + 1;
        end loop;
    end loop;
    return made;
end
$$;

CREATE FUNCTION ingest.purge_idempotency_keys(keep interval) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    with purged as (delete from ingest.idempotency_keys where received_at < now() - keep returning 1)
    select count(*) from purged
$$;

CREATE FUNCTION licence.in_force(tenant uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select exists (
        select
        from licence.tenants t
        join licence.tenant_licenses l on l.tenant_id = t.id
        where t.id = in_force.tenant and t.status = 'active' and l.valid_from <= now() and now() < l.valid_until
    )
$$;

CREATE FUNCTION licence.tenant_ids() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select id from licence.tenants
$$;

CREATE FUNCTION mail.purge(before timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    tenant record;
    gone bigint;
    total bigint := 0;
begin
    for tenant in select t.id from licence.tenants t loop
        delete from mail.outbox o where o.tenant_id = tenant.id and o.created_at < purge.before and o.state <> 'queued';
        get diagnostics gone = row_count;
        total := total + gone;
    end loop;
    return total;
end
$$;

CREATE FUNCTION sso.connection_tenant(connection uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select c.tenant_id from sso.connections c where c.id = connection_tenant.connection and c.enabled
$$;

CREATE FUNCTION sso.connections_for(domain text) RETURNS TABLE(tenant_id uuid, id uuid, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select c.tenant_id, c.id, c.name from sso.connections c where c.enabled and connections_for.domain = any (c.domains)
$$;

CREATE TABLE alerts.alerts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    severity alerts.severity NOT NULL,
    title text NOT NULL,
    source text NOT NULL,
    rule text,
    device_id uuid,
    detail json NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    acknowledged_by uuid,
    acknowledged_at timestamp with time zone,
    closed_by uuid,
    closed_at timestamp with time zone,
    close_reason text,
    incident_id uuid,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT alert_close_reason_length CHECK (((length(close_reason) >= 1) AND (length(close_reason) <= 2000))),
    CONSTRAINT alert_rule_length CHECK (((length(rule) >= 1) AND (length(rule) <= 200))),
    CONSTRAINT alert_source_length CHECK (((length(source) >= 1) AND (length(source) <= 200))),
    CONSTRAINT alert_status CHECK ((status = ANY (ARRAY['open'::text, 'acknowledged'::text, 'closed'::text]))),
    CONSTRAINT alert_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

ALTER TABLE ONLY alerts.alerts FORCE ROW LEVEL SECURITY;

CREATE TABLE alerts.webhook_deliveries (
    tenant_id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    message_id text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT webhook_delivery_message_id_length CHECK (((length(message_id) >= 1) AND (length(message_id) <= 200)))
);

ALTER TABLE ONLY alerts.webhook_deliveries FORCE ROW LEVEL SECURITY;

CREATE TABLE alerts.webhooks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    secret text NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT webhook_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY alerts.webhooks FORCE ROW LEVEL SECURITY;

CREATE TABLE app.idempotency_keys (
    tenant_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    key text NOT NULL,
    operation text NOT NULL,
    fingerprint bytea NOT NULL,
    status integer,
    body text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);

ALTER TABLE ONLY app.idempotency_keys FORCE ROW LEVEL SECURITY;

CREATE TABLE app.migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE audit.entries (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    operation text NOT NULL,
    target_id uuid,
    request_id text,
    remote_address text,
    changes json,
    outcome text DEFAULT 'done'::text NOT NULL,
    CONSTRAINT audit_actor_kind CHECK ((actor_kind = ANY (ARRAY['anonymous'::text, 'user'::text, 'device'::text, 'webhook'::text, 'service'::text, 'system'::text]))),
    CONSTRAINT audit_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text])))
);

ALTER TABLE ONLY audit.entries FORCE ROW LEVEL SECURITY;

CREATE TABLE audit.heads (
    tenant_id uuid NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    base_seq bigint NOT NULL,
    base_hash bytea NOT NULL,
    removed bigint NOT NULL,
    removed_until timestamp with time zone,
    mac bytea NOT NULL
);

ALTER TABLE ONLY audit.heads FORCE ROW LEVEL SECURITY;

CREATE TABLE audit.links (
    tenant_id uuid NOT NULL,
    seq bigint NOT NULL,
    entry_id uuid NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT audit_link_hash_length CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY audit.links FORCE ROW LEVEL SECURITY;

CREATE TABLE audit.retention (
    tenant_id uuid NOT NULL,
    days integer NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT audit_retention_days CHECK (((days >= 90) AND (days <= 3650)))
);

ALTER TABLE ONLY audit.retention FORCE ROW LEVEL SECURITY;

CREATE TABLE audit.unsealed (
    tenant_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE audit.verifications (
    tenant_id uuid NOT NULL,
    next_seq bigint NOT NULL,
    next_hash bytea NOT NULL,
    counted bigint NOT NULL,
    checked bigint,
    finished_at timestamp with time zone,
    fault text,
    fault_seq bigint,
    fault_entry uuid,
    fault_detail text
);

ALTER TABLE ONLY audit.verifications FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.attributes (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    class_key text NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    type text NOT NULL,
    required boolean DEFAULT false NOT NULL,
    is_unique boolean DEFAULT false NOT NULL,
    default_value jsonb,
    pattern text,
    choices text[] DEFAULT '{}'::text[] NOT NULL,
    element_type text,
    reference_class text,
    unit text,
    "position" integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT attribute_class_form CHECK ((class_key ~ '^[a-z][a-z0-9_]{0,49}$'::text)),
    CONSTRAINT attribute_description_length CHECK ((length(description) <= 2000)),
    CONSTRAINT attribute_element_type CHECK ((element_type = ANY (ARRAY['text'::text, 'date'::text, 'enumeration'::text, 'reference'::text, 'ip'::text, 'mac'::text, 'url'::text]))),
    CONSTRAINT attribute_key_form CHECK ((key ~ '^[a-z][a-z0-9_]{0,49}$'::text)),
    CONSTRAINT attribute_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT attribute_pattern_length CHECK (((length(pattern) >= 1) AND (length(pattern) <= 500))),
    CONSTRAINT attribute_type CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'boolean'::text, 'date'::text, 'enumeration'::text, 'reference'::text, 'list'::text, 'ip'::text, 'mac'::text, 'url'::text]))),
    CONSTRAINT attribute_unit_length CHECK (((length(unit) >= 1) AND (length(unit) <= 20)))
);

ALTER TABLE ONLY cmdb.attributes FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.ci_history (
    tenant_id uuid NOT NULL,
    ci_id uuid NOT NULL,
    version bigint NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    class_key text NOT NULL,
    name text NOT NULL COLLATE cmdb.by_name,
    status text NOT NULL,
    live boolean NOT NULL,
    merged_into uuid,
    attributes jsonb NOT NULL,
    changes jsonb NOT NULL,
    cause text NOT NULL,
    actor_id uuid,
    source_id uuid,
    CONSTRAINT ci_history_cause CHECK ((cause = ANY (ARRAY['created'::text, 'observed'::text, 'edited'::text, 'imported'::text, 'import_undone'::text, 'merged'::text, 'unmerged'::text, 'restored'::text, 'deleted'::text, 'model_changed'::text])))
);

ALTER TABLE ONLY cmdb.ci_history FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.ci_values (
    tenant_id uuid NOT NULL,
    ci_id uuid NOT NULL,
    attribute text NOT NULL,
    element integer DEFAULT 0 NOT NULL,
    text_key text COLLATE cmdb.by_name,
    number_key double precision,
    name text NOT NULL COLLATE cmdb.by_name
);

ALTER TABLE ONLY cmdb.ci_values FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.ci_words (
    tenant_id uuid NOT NULL,
    word text NOT NULL COLLATE pg_catalog."C",
    ci_id uuid NOT NULL
);

ALTER TABLE ONLY cmdb.ci_words FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.cis (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    class_key text NOT NULL,
    name text NOT NULL COLLATE cmdb.by_name,
    status text NOT NULL,
    attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
    live boolean DEFAULT true NOT NULL,
    merged_into uuid,
    deleted_at timestamp with time zone,
    stale boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT ci_live CHECK ((live = ((merged_into IS NULL) AND (deleted_at IS NULL)))),
    CONSTRAINT ci_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT ci_status CHECK ((status = ANY (ARRAY['planned'::text, 'ordered'::text, 'in_stock'::text, 'in_use'::text, 'maintenance'::text, 'retired'::text, 'disposed'::text])))
);

ALTER TABLE ONLY cmdb.cis FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.class_rules (
    tenant_id uuid NOT NULL,
    class_key text NOT NULL,
    identifiers jsonb,
    precedence jsonb,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY cmdb.class_rules FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.classes (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    parent_key text NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    icon text DEFAULT 'box'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT class_description_length CHECK ((length(description) <= 2000)),
    CONSTRAINT class_icon_form CHECK ((icon ~ '^[a-z][a-z0-9-]{0,39}$'::text)),
    CONSTRAINT class_key_form CHECK ((key ~ '^[a-z][a-z0-9_]{0,49}$'::text)),
    CONSTRAINT class_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT class_parent_form CHECK ((parent_key ~ '^[a-z][a-z0-9_]{0,49}$'::text))
);

ALTER TABLE ONLY cmdb.classes FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.decisions (
    tenant_id uuid NOT NULL,
    record_a uuid NOT NULL,
    record_b uuid NOT NULL,
    verdict text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    actor_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT decision_order CHECK ((record_a < record_b)),
    CONSTRAINT decision_reason_length CHECK ((length(reason) <= 2000)),
    CONSTRAINT decision_verdict CHECK ((verdict = ANY (ARRAY['same'::text, 'distinct'::text])))
);

ALTER TABLE ONLY cmdb.decisions FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.discovery_networks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    network text NOT NULL COLLATE cmdb.by_name,
    name text NOT NULL COLLATE cmdb.by_name,
    method text NOT NULL,
    every_hours integer,
    enabled boolean DEFAULT true NOT NULL,
    next_scan_at timestamp with time zone,
    command_id uuid,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT discovery_network_every CHECK (((every_hours >= 1) AND (every_hours <= 8760))),
    CONSTRAINT discovery_network_length CHECK (((length(network) >= 1) AND (length(network) <= 50))),
    CONSTRAINT discovery_network_method CHECK ((method = ANY (ARRAY['hosts'::text, 'services'::text]))),
    CONSTRAINT discovery_network_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY cmdb.discovery_networks FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.duplicates (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    ci_a uuid NOT NULL,
    ci_b uuid NOT NULL,
    reasons jsonb NOT NULL,
    found_at timestamp with time zone NOT NULL,
    CONSTRAINT duplicate_order CHECK ((ci_a < ci_b))
);

ALTER TABLE ONLY cmdb.duplicates FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.findings (
    tenant_id uuid NOT NULL,
    record_id uuid NOT NULL,
    section text NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    ci_id uuid NOT NULL,
    data jsonb NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT finding_key_length CHECK ((length(key) <= 500))
);

ALTER TABLE ONLY cmdb.findings FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.identifiers (
    tenant_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    record_id uuid NOT NULL,
    CONSTRAINT identifier_value_length CHECK ((length(value) <= 400))
);

ALTER TABLE ONLY cmdb.identifiers FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.import_identities (
    tenant_id uuid NOT NULL,
    import_id uuid NOT NULL,
    identity text NOT NULL,
    number integer NOT NULL
);

ALTER TABLE ONLY cmdb.import_identities FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.import_mappings (
    tenant_id uuid NOT NULL,
    fingerprint text NOT NULL,
    class_key text NOT NULL,
    mapping jsonb NOT NULL,
    used_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY cmdb.import_mappings FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.import_queue (
    import_id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL
);

CREATE TABLE cmdb.import_rows (
    tenant_id uuid NOT NULL,
    import_id uuid NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    cells jsonb NOT NULL,
    unreadable boolean DEFAULT false NOT NULL,
    outcome text,
    problems jsonb DEFAULT '[]'::jsonb NOT NULL,
    ci_id uuid,
    CONSTRAINT import_row_outcome CHECK ((outcome = ANY (ARRAY['create'::text, 'update'::text, 'unchanged'::text, 'conflict'::text, 'bad'::text])))
);

ALTER TABLE ONLY cmdb.import_rows FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.imports (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    format text NOT NULL,
    state text DEFAULT 'uploading'::text NOT NULL,
    columns text[] DEFAULT '{}'::text[] NOT NULL,
    delimiter text,
    rest text DEFAULT ''::text NOT NULL,
    parts integer DEFAULT 0 NOT NULL,
    class_key text,
    mapping jsonb,
    row_count integer DEFAULT 0 NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    creates integer DEFAULT 0 NOT NULL,
    updates integer DEFAULT 0 NOT NULL,
    unchanged integer DEFAULT 0 NOT NULL,
    conflicts integer DEFAULT 0 NOT NULL,
    bad integer DEFAULT 0 NOT NULL,
    unreadable integer DEFAULT 0 NOT NULL,
    applied integer DEFAULT 0 NOT NULL,
    error text,
    source_id uuid,
    observed_at timestamp with time zone,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT import_format CHECK ((format = ANY (ARRAY['csv'::text, 'json_lines'::text]))),
    CONSTRAINT import_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT import_state CHECK ((state = ANY (ARRAY['uploading'::text, 'ready'::text, 'checking'::text, 'checked'::text, 'applying'::text, 'applied'::text, 'cancelled'::text, 'undoing'::text, 'undone'::text, 'failed'::text])))
);

ALTER TABLE ONLY cmdb.imports FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.installations (
    tenant_id uuid NOT NULL,
    record_id uuid NOT NULL,
    title_id uuid NOT NULL,
    ci_id uuid NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE ONLY cmdb.installations FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.inventories (
    tenant_id uuid NOT NULL,
    device_id uuid NOT NULL,
    asked_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY cmdb.inventories FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.inventory_sections (
    tenant_id uuid NOT NULL,
    device_id uuid NOT NULL,
    section text NOT NULL,
    digest text NOT NULL,
    items integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT inventory_digest_length CHECK (((length(digest) >= 1) AND (length(digest) <= 200))),
    CONSTRAINT inventory_section_known CHECK ((section = ANY (ARRAY['system'::text, 'hardware'::text, 'disks'::text, 'interfaces'::text, 'neighbours'::text, 'software'::text, 'services'::text, 'listeners'::text, 'certificates'::text])))
);

ALTER TABLE ONLY cmdb.inventory_sections FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.model_versions (
    tenant_id uuid NOT NULL,
    version bigint NOT NULL
);

ALTER TABLE ONLY cmdb.model_versions FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.network_hosts (
    tenant_id uuid NOT NULL,
    network_id uuid NOT NULL,
    key text NOT NULL,
    id uuid NOT NULL,
    address text NOT NULL COLLATE cmdb.by_name,
    mac text,
    vendor text,
    hostname text,
    latency_ms double precision,
    ports jsonb,
    os_name text,
    os_accuracy integer,
    record_id uuid NOT NULL,
    ci_id uuid NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    quiet boolean DEFAULT false NOT NULL,
    CONSTRAINT network_host_key_length CHECK (((length(key) >= 1) AND (length(key) <= 100))),
    CONSTRAINT network_host_os_accuracy CHECK (((os_accuracy >= 0) AND (os_accuracy <= 100)))
);

ALTER TABLE ONLY cmdb.network_hosts FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.network_scan_parts (
    tenant_id uuid NOT NULL,
    scan_id uuid NOT NULL,
    part integer NOT NULL,
    hosts jsonb NOT NULL
);

ALTER TABLE ONLY cmdb.network_scan_parts FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.network_scans (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    method text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    complete boolean NOT NULL,
    parts integer NOT NULL,
    hosts integer DEFAULT 0 NOT NULL,
    new_hosts integer DEFAULT 0 NOT NULL,
    quiet_hosts integer DEFAULT 0 NOT NULL,
    taken_at timestamp with time zone,
    CONSTRAINT network_scan_method CHECK ((method = ANY (ARRAY['hosts'::text, 'services'::text]))),
    CONSTRAINT network_scan_parts CHECK (((parts >= 1) AND (parts <= 4096)))
);

ALTER TABLE ONLY cmdb.network_scans FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.reconciliations (
    tenant_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY cmdb.reconciliations FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.records (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    key text NOT NULL,
    ci_id uuid NOT NULL,
    class_key text NOT NULL,
    class_seen_at timestamp with time zone NOT NULL,
    attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    complete_at timestamp with time zone,
    deleted_at timestamp with time zone,
    stale boolean DEFAULT false NOT NULL,
    CONSTRAINT record_key_length CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

ALTER TABLE ONLY cmdb.records FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.relation_types (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    reverse_name text NOT NULL,
    impact text NOT NULL,
    cardinality text DEFAULT 'many_to_many'::text NOT NULL,
    from_class text DEFAULT 'ci'::text NOT NULL,
    to_class text DEFAULT 'ci'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT relation_type_cardinality CHECK ((cardinality = ANY (ARRAY['one_to_one'::text, 'one_to_many'::text, 'many_to_one'::text, 'many_to_many'::text]))),
    CONSTRAINT relation_type_impact CHECK ((impact = ANY (ARRAY['none'::text, 'from_on_to'::text, 'to_on_from'::text, 'both'::text]))),
    CONSTRAINT relation_type_key_form CHECK ((key ~ '^[a-z][a-z0-9_]{0,49}$'::text)),
    CONSTRAINT relation_type_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT relation_type_reverse_length CHECK (((length(reverse_name) >= 1) AND (length(reverse_name) <= 80)))
);

ALTER TABLE ONLY cmdb.relation_types FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.relations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type_key text NOT NULL,
    from_record uuid NOT NULL,
    from_ci uuid NOT NULL,
    to_record uuid NOT NULL,
    to_ci uuid NOT NULL,
    source_id uuid NOT NULL,
    note text,
    created_at timestamp with time zone NOT NULL,
    created_by uuid,
    seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    CONSTRAINT relation_not_to_itself CHECK ((from_record <> to_record)),
    CONSTRAINT relation_note_length CHECK (((length(note) >= 1) AND (length(note) <= 2000)))
);

ALTER TABLE ONLY cmdb.relations FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.software_titles (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    manager text NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL,
    architecture text NOT NULL,
    source text NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    CONSTRAINT software_architecture_length CHECK ((length(architecture) <= 20)),
    CONSTRAINT software_manager_length CHECK (((length(manager) >= 1) AND (length(manager) <= 20))),
    CONSTRAINT software_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT software_source_length CHECK ((length(source) <= 200)),
    CONSTRAINT software_version_length CHECK ((length(version) <= 100))
);

ALTER TABLE ONLY cmdb.software_titles FORCE ROW LEVEL SECURITY;

CREATE TABLE cmdb.sources (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    quiet_after_hours integer,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT source_key_length CHECK ((length(key) <= 200)),
    CONSTRAINT source_kind CHECK ((kind = ANY (ARRAY['manual'::text, 'appliance'::text, 'discovery'::text, 'import'::text, 'api'::text]))),
    CONSTRAINT source_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT source_quiet_after CHECK (((quiet_after_hours >= 1) AND (quiet_after_hours <= 87600)))
);

ALTER TABLE ONLY cmdb.sources FORCE ROW LEVEL SECURITY;

CREATE TABLE commands.commands (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    command text NOT NULL,
    args json NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    leased_until timestamp with time zone,
    finished_at timestamp with time zone,
    exit_code integer,
    output text,
    CONSTRAINT command_expires_later CHECK ((expires_at > created_at)),
    CONSTRAINT command_name CHECK ((command = ANY (ARRAY['update_snap'::text, 'collect_now'::text, 'restart_agent'::text, 'collect_inventory'::text, 'discover_network'::text]))),
    CONSTRAINT command_status CHECK ((status = ANY (ARRAY['queued'::text, 'delivered'::text, 'succeeded'::text, 'failed'::text])))
);

ALTER TABLE ONLY commands.commands FORCE ROW LEVEL SECURITY;

CREATE TABLE devices.device_keys (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    device_id uuid NOT NULL,
    provisioning_key_id uuid NOT NULL,
    key_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    addresses text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT device_key_hash_length CHECK ((length(key_hash) = 32))
);

ALTER TABLE ONLY devices.device_keys FORCE ROW LEVEL SECURITY;

CREATE TABLE devices.devices (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    machine_id text NOT NULL,
    agent_version text NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_seen_at timestamp with time zone,
    latest_at timestamp with time zone,
    latest_cpu_percent double precision,
    latest_memory_used_percent double precision,
    latest_disk_used_percent double precision,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT device_agent_version_length CHECK (((length(agent_version) >= 1) AND (length(agent_version) <= 100))),
    CONSTRAINT device_machine_id_length CHECK (((length(machine_id) >= 1) AND (length(machine_id) <= 200))),
    CONSTRAINT device_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY devices.devices FORCE ROW LEVEL SECURITY;

CREATE TABLE devices.logs (
    tenant_id uuid NOT NULL,
    device_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    unit text,
    priority smallint,
    message text NOT NULL
);

ALTER TABLE ONLY devices.logs FORCE ROW LEVEL SECURITY;

CREATE TABLE devices.provisioning_keys (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    key_hash bytea NOT NULL,
    max_uses integer,
    uses integer DEFAULT 0 NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    last_used_address text,
    last_device_id uuid,
    replaced_by uuid,
    CONSTRAINT provisioning_key_hash_length CHECK ((length(key_hash) = 32)),
    CONSTRAINT provisioning_key_max_uses_positive CHECK ((max_uses > 0)),
    CONSTRAINT provisioning_key_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT provisioning_key_used_up CHECK (((max_uses IS NULL) OR (uses <= max_uses)))
);

ALTER TABLE ONLY devices.provisioning_keys FORCE ROW LEVEL SECURITY;

CREATE TABLE devices.telemetry (
    tenant_id uuid NOT NULL,
    device_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    cpu_percent double precision NOT NULL,
    load1 double precision NOT NULL,
    load5 double precision NOT NULL,
    load15 double precision NOT NULL,
    memory_total_bytes bigint NOT NULL,
    memory_used_bytes bigint NOT NULL,
    swap_total_bytes bigint NOT NULL,
    swap_used_bytes bigint NOT NULL,
    disks json NOT NULL,
    rx_bytes_per_second double precision NOT NULL,
    tx_bytes_per_second double precision NOT NULL,
    uptime_seconds bigint NOT NULL
);

ALTER TABLE ONLY devices.telemetry FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.api_keys (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    service_account_id uuid NOT NULL,
    name text NOT NULL,
    hint text NOT NULL,
    key_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    last_used_address text,
    revoked_at timestamp with time zone,
    replaced_by uuid,
    CONSTRAINT api_key_has_scopes CHECK ((cardinality(scopes) > 0)),
    CONSTRAINT api_key_hash_length CHECK ((length(key_hash) = 32)),
    CONSTRAINT api_key_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

ALTER TABLE ONLY identity.api_keys FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.memberships (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    display_name text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    last_login_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    role_id uuid,
    accepted_at timestamp with time zone,
    last_seen_at timestamp with time zone,
    source text DEFAULT 'hand'::text NOT NULL,
    break_glass boolean DEFAULT false NOT NULL,
    CONSTRAINT membership_display_name_length CHECK (((length(display_name) >= 1) AND (length(display_name) <= 200))),
    CONSTRAINT membership_role CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'agent'::text, 'security_analyst'::text, 'auditor'::text, 'custom'::text]))),
    CONSTRAINT membership_role_is_named CHECK (((role = 'custom'::text) = (role_id IS NOT NULL))),
    CONSTRAINT membership_source CHECK ((source = ANY (ARRAY['hand'::text, 'scim'::text, 'sso'::text])))
);

ALTER TABLE ONLY identity.memberships FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.passkeys (
    person_id uuid NOT NULL,
    id uuid NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    algorithm text NOT NULL,
    sign_count bigint NOT NULL,
    backed_up boolean NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    suspected_at timestamp with time zone,
    CONSTRAINT passkey_algorithm CHECK ((algorithm = ANY (ARRAY['es256'::text, 'eddsa'::text, 'rs256'::text]))),
    CONSTRAINT passkey_credential_length CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023))),
    CONSTRAINT passkey_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

ALTER TABLE ONLY identity.passkeys FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.persons (
    id uuid NOT NULL,
    email text NOT NULL,
    password_hash text,
    pending boolean GENERATED ALWAYS AS ((password_hash IS NULL)) STORED NOT NULL,
    tenants uuid[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    language text,
    password_changed_at timestamp with time zone,
    CONSTRAINT person_language CHECK ((language = ANY (ARRAY['en'::text, 'pl'::text])))
);

ALTER TABLE ONLY identity.persons FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.recovery_codes (
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_hash_length CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY identity.recovery_codes FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.refresh_tokens (
    tenant_id uuid NOT NULL,
    hash bytea NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    generation bigint NOT NULL,
    again_at timestamp with time zone,
    CONSTRAINT refresh_token_hash_length CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY identity.refresh_tokens FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.reset_requests (
    id uuid NOT NULL,
    email text NOT NULL,
    language text,
    requested_at timestamp with time zone NOT NULL,
    CONSTRAINT reset_request_language CHECK ((language = ANY (ARRAY['en'::text, 'pl'::text])))
);

ALTER TABLE ONLY identity.reset_requests FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.reset_tokens (
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT reset_token_hash_length CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY identity.reset_tokens FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.roles (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    permissions text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT role_description_length CHECK ((length(description) <= 500)),
    CONSTRAINT role_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT role_name_reserved CHECK ((lower(btrim(name)) <> ALL (ARRAY['owner'::text, 'admin'::text, 'agent'::text, 'security_analyst'::text, 'auditor'::text, 'custom'::text, 'service'::text, 'device'::text, 'webhook'::text])))
);

ALTER TABLE ONLY identity.roles FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.security_policies (
    tenant_id uuid NOT NULL,
    second_factor text NOT NULL,
    roles text[] NOT NULL,
    session_idle_minutes integer,
    session_absolute_minutes integer,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT security_policy_absolute CHECK ((session_absolute_minutes > 0)),
    CONSTRAINT security_policy_idle CHECK ((session_idle_minutes > 0)),
    CONSTRAINT security_policy_second_factor CHECK ((second_factor = ANY (ARRAY['nobody'::text, 'roles'::text, 'everybody'::text])))
);

ALTER TABLE ONLY identity.security_policies FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.service_accounts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    purpose text DEFAULT ''::text NOT NULL,
    role text,
    role_id uuid,
    permissions text[] DEFAULT '{}'::text[] NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT service_account_has_one_source CHECK (((role IS NULL) OR (permissions = '{}'::text[]))),
    CONSTRAINT service_account_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT service_account_purpose_length CHECK ((length(purpose) <= 500)),
    CONSTRAINT service_account_role CHECK ((role = ANY (ARRAY['admin'::text, 'agent'::text, 'security_analyst'::text, 'auditor'::text, 'custom'::text]))),
    CONSTRAINT service_account_role_is_named CHECK ((COALESCE((role = 'custom'::text), false) = (role_id IS NOT NULL)))
);

ALTER TABLE ONLY identity.service_accounts FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.sessions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason text,
    generation bigint DEFAULT 1 NOT NULL,
    proved_at timestamp with time zone,
    second_factor boolean DEFAULT false NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    remote_address text DEFAULT ''::text NOT NULL,
    sso_connection_id uuid,
    sso_end_url text,
    CONSTRAINT session_end_has_reason CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
    CONSTRAINT session_end_reason CHECK ((end_reason = ANY (ARRAY['logout'::text, 'switch'::text, 'deactivated'::text, 'token_reused'::text, 'password_reset'::text, 'password_changed'::text, 'ended'::text, 'ended_by_admin'::text, 'sso_changed'::text]))),
    CONSTRAINT session_user_agent_length CHECK ((length(user_agent) <= 300))
);

ALTER TABLE ONLY identity.sessions FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.setup_tokens (
    tenant_id uuid NOT NULL,
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT setup_token_hash_length CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY identity.setup_tokens FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.spent_challenges (
    hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY identity.spent_challenges FORCE ROW LEVEL SECURITY;

CREATE TABLE identity.totp (
    person_id uuid NOT NULL,
    secret bytea NOT NULL,
    last_step bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE ONLY identity.totp FORCE ROW LEVEL SECURITY;

CREATE TABLE ingest.idempotency_keys (
    tenant_id uuid NOT NULL,
    device_id uuid NOT NULL,
    key text NOT NULL,
    batch_id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 128)))
);

ALTER TABLE ONLY ingest.idempotency_keys FORCE ROW LEVEL SECURITY;

CREATE TABLE ingest.ingest_batches (
    id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    device_id uuid NOT NULL,
    event_count integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    CONSTRAINT ingest_batch_event_count CHECK ((event_count > 0))
);

CREATE TABLE ingest.ingest_events (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY HASH (tenant_id);

ALTER TABLE ONLY ingest.ingest_events FORCE ROW LEVEL SECURITY;

CREATE TABLE ingest.ingest_events_p0 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p0_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE ingest.ingest_events_p1 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p1_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE ingest.ingest_events_p2 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p2_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE ingest.ingest_events_p3 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p3_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE ingest.ingest_events_p4 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p4_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE ingest.ingest_events_p5 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p5_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE ingest.ingest_events_p6 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p6_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE ingest.ingest_events_p7 (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
)
PARTITION BY RANGE (received_at);

CREATE TABLE ingest.ingest_events_p7_default (
    tenant_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    seq integer NOT NULL,
    device_id uuid NOT NULL,
    ts timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    data json NOT NULL,
    CONSTRAINT ingest_event_kind CHECK ((kind = ANY (ARRAY['telemetry'::text, 'log'::text, 'security_alert'::text, 'discovery'::text, 'backup_event'::text])))
);

CREATE TABLE itsm.incident_counters (
    tenant_id uuid NOT NULL,
    last_number bigint NOT NULL
);

ALTER TABLE ONLY itsm.incident_counters FORCE ROW LEVEL SECURITY;

CREATE TABLE itsm.incidents (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL COLLATE itsm.by_number,
    title text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    impact text NOT NULL,
    urgency text NOT NULL,
    priority itsm.priority NOT NULL,
    assignee_id uuid,
    reporter_id uuid,
    alert_id uuid,
    resolution text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    closed_at timestamp with time zone,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT incident_description_length CHECK ((length(description) <= 20000)),
    CONSTRAINT incident_impact CHECK ((impact = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))),
    CONSTRAINT incident_resolution_length CHECK (((length(resolution) >= 1) AND (length(resolution) <= 20000))),
    CONSTRAINT incident_status CHECK ((status = ANY (ARRAY['open'::text, 'in_progress'::text, 'resolved'::text, 'closed'::text]))),
    CONSTRAINT incident_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT incident_urgency CHECK ((urgency = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])))
);

ALTER TABLE ONLY itsm.incidents FORCE ROW LEVEL SECURITY;

CREATE TABLE itsm.timeline (
    tenant_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    actor_id uuid,
    at timestamp with time zone NOT NULL,
    body text,
    changes json,
    CONSTRAINT timeline_body_length CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
    CONSTRAINT timeline_kind CHECK ((kind = ANY (ARRAY['created'::text, 'comment'::text, 'changed'::text, 'assigned'::text, 'resolved'::text, 'closed'::text, 'reopened'::text])))
);

ALTER TABLE ONLY itsm.timeline FORCE ROW LEVEL SECURITY;

CREATE TABLE licence.push_receipts (
    tenant_id uuid NOT NULL,
    webhook_id text NOT NULL,
    received_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY licence.push_receipts FORCE ROW LEVEL SECURITY;

CREATE TABLE licence.tenant_features (
    tenant_id uuid NOT NULL,
    feature text NOT NULL,
    CONSTRAINT tenant_feature_known CHECK ((feature = ANY (ARRAY['cmdb'::text, 'itsm'::text, 'security'::text, 'vpn'::text, 'backup'::text])))
);

ALTER TABLE ONLY licence.tenant_features FORCE ROW LEVEL SECURITY;

CREATE TABLE licence.tenant_licenses (
    tenant_id uuid NOT NULL,
    plan text NOT NULL,
    limits json NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT tenant_license_plan_length CHECK (((length(plan) >= 1) AND (length(plan) <= 50)))
);

ALTER TABLE ONLY licence.tenant_licenses FORCE ROW LEVEL SECURITY;

CREATE TABLE licence.tenants (
    id uuid NOT NULL,
    name text NOT NULL,
    status text NOT NULL,
    revision bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT tenant_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT tenant_status CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'suspended'::text])))
);

ALTER TABLE ONLY licence.tenants FORCE ROW LEVEL SECURITY;

CREATE TABLE mail.outbox (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    language text NOT NULL,
    recipient bytea NOT NULL,
    content bytea,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone,
    last_error text,
    provider_id text,
    valid_until timestamp with time zone,
    queued_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT letter_content_until_sent CHECK (((state = 'sent'::text) = (content IS NULL))),
    CONSTRAINT letter_kind_length CHECK (((length(kind) >= 1) AND (length(kind) <= 64))),
    CONSTRAINT letter_language CHECK ((language = ANY (ARRAY['en'::text, 'pl'::text]))),
    CONSTRAINT letter_sent_has_time CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
    CONSTRAINT letter_state CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
);

ALTER TABLE ONLY mail.outbox FORCE ROW LEVEL SECURITY;

CREATE TABLE mail.queue (
    id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL
);

CREATE TABLE scim.failures (
    tenant_id uuid NOT NULL,
    operation text NOT NULL,
    subject text NOT NULL,
    status integer NOT NULL,
    detail text NOT NULL,
    times bigint DEFAULT 1 NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT scim_failure_subject_length CHECK ((length(subject) <= 300))
);

ALTER TABLE ONLY scim.failures FORCE ROW LEVEL SECURITY;

CREATE TABLE scim.groups (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    display_name text NOT NULL,
    external_id text,
    role text,
    role_id uuid,
    rank integer,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT scim_group_display_name_length CHECK (((length(display_name) >= 1) AND (length(display_name) <= 256))),
    CONSTRAINT scim_group_external_id_length CHECK ((length(external_id) <= 256)),
    CONSTRAINT scim_group_role CHECK ((role = ANY (ARRAY['admin'::text, 'agent'::text, 'security_analyst'::text, 'auditor'::text, 'custom'::text]))),
    CONSTRAINT scim_group_role_has_rank CHECK (((role IS NULL) = (rank IS NULL))),
    CONSTRAINT scim_group_role_is_named CHECK ((COALESCE((role = 'custom'::text), false) = (role_id IS NOT NULL)))
);

ALTER TABLE ONLY scim.groups FORCE ROW LEVEL SECURITY;

CREATE TABLE scim.members (
    tenant_id uuid NOT NULL,
    group_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY scim.members FORCE ROW LEVEL SECURITY;

CREATE TABLE scim.settings (
    tenant_id uuid NOT NULL,
    default_role text NOT NULL,
    default_role_id uuid,
    CONSTRAINT scim_default_role CHECK ((default_role = ANY (ARRAY['admin'::text, 'agent'::text, 'security_analyst'::text, 'auditor'::text, 'custom'::text]))),
    CONSTRAINT scim_default_role_is_named CHECK (((default_role = 'custom'::text) = (default_role_id IS NOT NULL)))
);

ALTER TABLE ONLY scim.settings FORCE ROW LEVEL SECURITY;

CREATE TABLE scim.users (
    tenant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    user_name text NOT NULL,
    external_id text,
    given_name text,
    family_name text,
    formatted text,
    display_name text,
    email text NOT NULL,
    active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT scim_user_external_id_length CHECK ((length(external_id) <= 256)),
    CONSTRAINT scim_user_name_length CHECK (((length(user_name) >= 1) AND (length(user_name) <= 256)))
);

ALTER TABLE ONLY scim.users FORCE ROW LEVEL SECURITY;

CREATE TABLE sso.attempts (
    tenant_id uuid NOT NULL,
    browser_hash bytea NOT NULL,
    state_hash bytea NOT NULL,
    connection_id uuid NOT NULL,
    purpose text NOT NULL,
    session_id uuid,
    settings bigint NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT attempt_browser_hash_length CHECK ((length(browser_hash) = 32)),
    CONSTRAINT attempt_purpose CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'test'::text, 'step_up'::text]))),
    CONSTRAINT attempt_state_hash_length CHECK ((length(state_hash) = 32))
);

ALTER TABLE ONLY sso.attempts FORCE ROW LEVEL SECURITY;

CREATE TABLE sso.connections (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    directory_id uuid,
    issuer text,
    client_id text,
    client_secret bytea,
    domains text[] NOT NULL,
    joining text NOT NULL,
    role text NOT NULL,
    role_id uuid,
    trusts_second_factor boolean DEFAULT false NOT NULL,
    enabled boolean DEFAULT false NOT NULL,
    enforced boolean DEFAULT false NOT NULL,
    settings bigint DEFAULT 1 NOT NULL,
    tested bigint,
    tested_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT connection_client_id_length CHECK (((length(client_id) >= 1) AND (length(client_id) <= 200))),
    CONSTRAINT connection_enabled_is_tested CHECK (((NOT enabled) OR (NOT (tested IS DISTINCT FROM settings)))),
    CONSTRAINT connection_enforced_is_enabled CHECK ((enabled OR (NOT enforced))),
    CONSTRAINT connection_issuer_length CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500))),
    CONSTRAINT connection_joining CHECK ((joining = ANY (ARRAY['members'::text, 'everybody'::text]))),
    CONSTRAINT connection_kind CHECK ((kind = ANY (ARRAY['entra'::text, 'oidc'::text]))),
    CONSTRAINT connection_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT connection_role CHECK ((role = ANY (ARRAY['admin'::text, 'agent'::text, 'security_analyst'::text, 'auditor'::text, 'custom'::text]))),
    CONSTRAINT connection_role_is_named CHECK (((role = 'custom'::text) = (role_id IS NOT NULL))),
    CONSTRAINT connection_says_where CHECK (
CASE kind
    WHEN 'entra'::text THEN ((directory_id IS NOT NULL) AND (issuer IS NULL) AND (client_id IS NULL) AND (client_secret IS NULL))
    ELSE ((directory_id IS NULL) AND (issuer IS NOT NULL) AND (client_id IS NOT NULL) AND (client_secret IS NOT NULL))
END)
);

ALTER TABLE ONLY sso.connections FORCE ROW LEVEL SECURITY;

CREATE TABLE sso.identities (
    tenant_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    username text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    CONSTRAINT identity_subject_length CHECK (((length(subject) >= 1) AND (length(subject) <= 300))),
    CONSTRAINT identity_username_length CHECK ((length(username) <= 300))
);

ALTER TABLE ONLY sso.identities FORCE ROW LEVEL SECURITY;

CREATE TABLE sso.role_mappings (
    tenant_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    "position" integer NOT NULL,
    claim text NOT NULL,
    value text NOT NULL,
    role text NOT NULL,
    role_id uuid,
    CONSTRAINT mapping_claim CHECK ((claim = ANY (ARRAY['roles'::text, 'groups'::text]))),
    CONSTRAINT mapping_role CHECK ((role = ANY (ARRAY['admin'::text, 'agent'::text, 'security_analyst'::text, 'auditor'::text, 'custom'::text]))),
    CONSTRAINT mapping_role_is_named CHECK (((role = 'custom'::text) = (role_id IS NOT NULL))),
    CONSTRAINT mapping_value_length CHECK (((length(value) >= 1) AND (length(value) <= 200)))
);

ALTER TABLE ONLY sso.role_mappings FORCE ROW LEVEL SECURITY;

CREATE TABLE views.views (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    owner_id uuid NOT NULL,
    list text NOT NULL,
    name text NOT NULL,
    query jsonb DEFAULT '{}'::jsonb NOT NULL,
    columns text[] DEFAULT '{}'::text[] NOT NULL,
    shared boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT view_columns_most CHECK ((cardinality(columns) <= 100)),
    CONSTRAINT view_list_form CHECK ((list ~ '^[a-z][a-z0-9-]{0,49}$'::text)),
    CONSTRAINT view_name_length CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT view_query_length CHECK ((length((query)::text) <= 8000))
);

ALTER TABLE ONLY views.views FORCE ROW LEVEL SECURITY;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p0 FOR VALUES WITH (modulus 8, remainder 0);

ALTER TABLE ONLY ingest.ingest_events_p0 ATTACH PARTITION ingest.ingest_events_p0_default DEFAULT;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p1 FOR VALUES WITH (modulus 8, remainder 1);

ALTER TABLE ONLY ingest.ingest_events_p1 ATTACH PARTITION ingest.ingest_events_p1_default DEFAULT;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p2 FOR VALUES WITH (modulus 8, remainder 2);

ALTER TABLE ONLY ingest.ingest_events_p2 ATTACH PARTITION ingest.ingest_events_p2_default DEFAULT;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p3 FOR VALUES WITH (modulus 8, remainder 3);

ALTER TABLE ONLY ingest.ingest_events_p3 ATTACH PARTITION ingest.ingest_events_p3_default DEFAULT;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p4 FOR VALUES WITH (modulus 8, remainder 4);

ALTER TABLE ONLY ingest.ingest_events_p4 ATTACH PARTITION ingest.ingest_events_p4_default DEFAULT;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p5 FOR VALUES WITH (modulus 8, remainder 5);

ALTER TABLE ONLY ingest.ingest_events_p5 ATTACH PARTITION ingest.ingest_events_p5_default DEFAULT;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p6 FOR VALUES WITH (modulus 8, remainder 6);

ALTER TABLE ONLY ingest.ingest_events_p6 ATTACH PARTITION ingest.ingest_events_p6_default DEFAULT;

ALTER TABLE ONLY ingest.ingest_events ATTACH PARTITION ingest.ingest_events_p7 FOR VALUES WITH (modulus 8, remainder 7);

ALTER TABLE ONLY ingest.ingest_events_p7 ATTACH PARTITION ingest.ingest_events_p7_default DEFAULT;

ALTER TABLE ONLY alerts.alerts
    ADD CONSTRAINT alert_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY alerts.webhook_deliveries
    ADD CONSTRAINT webhook_delivery_key PRIMARY KEY (tenant_id, webhook_id, message_id);

ALTER TABLE ONLY alerts.webhooks
    ADD CONSTRAINT webhook_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY app.idempotency_keys
    ADD CONSTRAINT idempotency_key_key PRIMARY KEY (tenant_id, actor_id, key, operation);

ALTER TABLE ONLY app.migrations
    ADD CONSTRAINT migration_key PRIMARY KEY (number);

ALTER TABLE ONLY audit.entries
    ADD CONSTRAINT audit_entry_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY audit.heads
    ADD CONSTRAINT audit_head_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY audit.links
    ADD CONSTRAINT audit_link_entry_taken UNIQUE (tenant_id, entry_id);

ALTER TABLE ONLY audit.links
    ADD CONSTRAINT audit_link_key PRIMARY KEY (tenant_id, seq);

ALTER TABLE ONLY audit.retention
    ADD CONSTRAINT audit_retention_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY audit.unsealed
    ADD CONSTRAINT audit_unsealed_key PRIMARY KEY (tenant_id, entry_id);

ALTER TABLE ONLY audit.verifications
    ADD CONSTRAINT audit_verification_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY cmdb.attributes
    ADD CONSTRAINT attribute_key PRIMARY KEY (tenant_id, key);

ALTER TABLE ONLY cmdb.ci_history
    ADD CONSTRAINT ci_history_key PRIMARY KEY (tenant_id, ci_id, version);

ALTER TABLE ONLY cmdb.cis
    ADD CONSTRAINT ci_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.ci_values
    ADD CONSTRAINT ci_value_key PRIMARY KEY (tenant_id, ci_id, attribute, element);

ALTER TABLE ONLY cmdb.ci_words
    ADD CONSTRAINT ci_word_key PRIMARY KEY (tenant_id, word, ci_id);

ALTER TABLE ONLY cmdb.classes
    ADD CONSTRAINT class_key PRIMARY KEY (tenant_id, key);

ALTER TABLE ONLY cmdb.class_rules
    ADD CONSTRAINT class_rule_key PRIMARY KEY (tenant_id, class_key);

ALTER TABLE ONLY cmdb.decisions
    ADD CONSTRAINT decision_key PRIMARY KEY (tenant_id, record_a, record_b);

ALTER TABLE ONLY cmdb.discovery_networks
    ADD CONSTRAINT discovery_network_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.discovery_networks
    ADD CONSTRAINT discovery_network_taken UNIQUE (tenant_id, device_id, network);

ALTER TABLE ONLY cmdb.duplicates
    ADD CONSTRAINT duplicate_key PRIMARY KEY (tenant_id, ci_a, ci_b);

ALTER TABLE ONLY cmdb.findings
    ADD CONSTRAINT finding_key PRIMARY KEY (tenant_id, record_id, section, key);

ALTER TABLE ONLY cmdb.identifiers
    ADD CONSTRAINT identifier_key PRIMARY KEY (tenant_id, kind, value, record_id);

ALTER TABLE ONLY cmdb.import_identities
    ADD CONSTRAINT import_identity_key PRIMARY KEY (tenant_id, import_id, identity);

ALTER TABLE ONLY cmdb.imports
    ADD CONSTRAINT import_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.import_mappings
    ADD CONSTRAINT import_mapping_key PRIMARY KEY (tenant_id, fingerprint);

ALTER TABLE ONLY cmdb.import_queue
    ADD CONSTRAINT import_queue_key PRIMARY KEY (import_id);

ALTER TABLE ONLY cmdb.import_rows
    ADD CONSTRAINT import_row_key PRIMARY KEY (tenant_id, import_id, number);

ALTER TABLE ONLY cmdb.installations
    ADD CONSTRAINT installation_key PRIMARY KEY (tenant_id, record_id, title_id);

ALTER TABLE ONLY cmdb.inventories
    ADD CONSTRAINT inventory_key PRIMARY KEY (tenant_id, device_id);

ALTER TABLE ONLY cmdb.inventory_sections
    ADD CONSTRAINT inventory_section_key PRIMARY KEY (tenant_id, device_id, section);

ALTER TABLE ONLY cmdb.model_versions
    ADD CONSTRAINT model_version_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY cmdb.network_hosts
    ADD CONSTRAINT network_host_key PRIMARY KEY (tenant_id, network_id, key);

ALTER TABLE ONLY cmdb.network_scans
    ADD CONSTRAINT network_scan_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.network_scan_parts
    ADD CONSTRAINT network_scan_part_key PRIMARY KEY (tenant_id, scan_id, part);

ALTER TABLE ONLY cmdb.network_scans
    ADD CONSTRAINT network_scan_taken UNIQUE (tenant_id, network_id, started_at, method);

ALTER TABLE ONLY cmdb.reconciliations
    ADD CONSTRAINT reconciliation_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY cmdb.records
    ADD CONSTRAINT record_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.records
    ADD CONSTRAINT record_of_ci UNIQUE (tenant_id, id, ci_id);

ALTER TABLE ONLY cmdb.records
    ADD CONSTRAINT record_taken UNIQUE (tenant_id, source_id, key);

ALTER TABLE ONLY cmdb.relations
    ADD CONSTRAINT relation_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.relation_types
    ADD CONSTRAINT relation_type_key PRIMARY KEY (tenant_id, key);

ALTER TABLE ONLY cmdb.software_titles
    ADD CONSTRAINT software_title_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.software_titles
    ADD CONSTRAINT software_title_taken UNIQUE (tenant_id, name, manager, architecture, version, source);

ALTER TABLE ONLY cmdb.sources
    ADD CONSTRAINT source_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY cmdb.sources
    ADD CONSTRAINT source_taken UNIQUE (tenant_id, kind, key);

ALTER TABLE ONLY commands.commands
    ADD CONSTRAINT command_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY devices.devices
    ADD CONSTRAINT device_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY devices.device_keys
    ADD CONSTRAINT device_key_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY devices.devices
    ADD CONSTRAINT device_machine_id_taken UNIQUE (tenant_id, machine_id);

ALTER TABLE ONLY devices.logs
    ADD CONSTRAINT log_key PRIMARY KEY (tenant_id, device_id, at, id);

ALTER TABLE ONLY devices.provisioning_keys
    ADD CONSTRAINT provisioning_key_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY devices.telemetry
    ADD CONSTRAINT telemetry_key PRIMARY KEY (tenant_id, device_id, at);

ALTER TABLE ONLY identity.api_keys
    ADD CONSTRAINT api_key_hash_taken UNIQUE (tenant_id, key_hash);

ALTER TABLE ONLY identity.api_keys
    ADD CONSTRAINT api_key_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY identity.memberships
    ADD CONSTRAINT membership_key PRIMARY KEY (tenant_id, person_id);

ALTER TABLE ONLY identity.passkeys
    ADD CONSTRAINT passkey_key PRIMARY KEY (person_id, id);

ALTER TABLE ONLY identity.passkeys
    ADD CONSTRAINT passkey_taken UNIQUE (credential_id);

ALTER TABLE ONLY identity.persons
    ADD CONSTRAINT person_email_taken UNIQUE (email);

ALTER TABLE ONLY identity.persons
    ADD CONSTRAINT person_key PRIMARY KEY (id);

ALTER TABLE ONLY identity.recovery_codes
    ADD CONSTRAINT recovery_code_key PRIMARY KEY (person_id, hash);

ALTER TABLE ONLY identity.refresh_tokens
    ADD CONSTRAINT refresh_token_key PRIMARY KEY (tenant_id, hash);

ALTER TABLE ONLY identity.reset_requests
    ADD CONSTRAINT reset_request_key PRIMARY KEY (id);

ALTER TABLE ONLY identity.reset_tokens
    ADD CONSTRAINT reset_token_key PRIMARY KEY (hash);

ALTER TABLE ONLY identity.roles
    ADD CONSTRAINT role_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY identity.security_policies
    ADD CONSTRAINT security_policy_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY identity.service_accounts
    ADD CONSTRAINT service_account_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY identity.sessions
    ADD CONSTRAINT session_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY identity.setup_tokens
    ADD CONSTRAINT setup_token_key PRIMARY KEY (tenant_id, hash);

ALTER TABLE ONLY identity.spent_challenges
    ADD CONSTRAINT spent_challenge_key PRIMARY KEY (hash);

ALTER TABLE ONLY identity.totp
    ADD CONSTRAINT totp_key PRIMARY KEY (person_id);

ALTER TABLE ONLY ingest.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, device_id, key);

ALTER TABLE ONLY ingest.ingest_batches
    ADD CONSTRAINT ingest_batches_pkey PRIMARY KEY (id);

ALTER TABLE ONLY ingest.ingest_events
    ADD CONSTRAINT ingest_event_key PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p0
    ADD CONSTRAINT ingest_events_p0_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p0_default
    ADD CONSTRAINT ingest_events_p0_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p1
    ADD CONSTRAINT ingest_events_p1_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p1_default
    ADD CONSTRAINT ingest_events_p1_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p2
    ADD CONSTRAINT ingest_events_p2_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p2_default
    ADD CONSTRAINT ingest_events_p2_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p3
    ADD CONSTRAINT ingest_events_p3_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p3_default
    ADD CONSTRAINT ingest_events_p3_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p4
    ADD CONSTRAINT ingest_events_p4_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p4_default
    ADD CONSTRAINT ingest_events_p4_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p5
    ADD CONSTRAINT ingest_events_p5_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p5_default
    ADD CONSTRAINT ingest_events_p5_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p6
    ADD CONSTRAINT ingest_events_p6_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p6_default
    ADD CONSTRAINT ingest_events_p6_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p7
    ADD CONSTRAINT ingest_events_p7_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY ingest.ingest_events_p7_default
    ADD CONSTRAINT ingest_events_p7_default_pkey PRIMARY KEY (tenant_id, batch_id, seq, received_at);

ALTER TABLE ONLY itsm.incidents
    ADD CONSTRAINT incident_alert_taken UNIQUE (tenant_id, alert_id);

ALTER TABLE ONLY itsm.incident_counters
    ADD CONSTRAINT incident_counter_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY itsm.incidents
    ADD CONSTRAINT incident_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY itsm.incidents
    ADD CONSTRAINT incident_number_taken UNIQUE (tenant_id, number);

ALTER TABLE ONLY itsm.timeline
    ADD CONSTRAINT timeline_key PRIMARY KEY (tenant_id, incident_id, id);

ALTER TABLE ONLY licence.push_receipts
    ADD CONSTRAINT push_receipt_key PRIMARY KEY (tenant_id, webhook_id);

ALTER TABLE ONLY licence.tenant_features
    ADD CONSTRAINT tenant_feature_key PRIMARY KEY (tenant_id, feature);

ALTER TABLE ONLY licence.tenants
    ADD CONSTRAINT tenant_key PRIMARY KEY (id);

ALTER TABLE ONLY licence.tenant_licenses
    ADD CONSTRAINT tenant_license_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY mail.outbox
    ADD CONSTRAINT letter_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY mail.queue
    ADD CONSTRAINT queue_key PRIMARY KEY (id);

ALTER TABLE ONLY scim.failures
    ADD CONSTRAINT scim_failure_key PRIMARY KEY (tenant_id, operation, subject);

ALTER TABLE ONLY scim.groups
    ADD CONSTRAINT scim_group_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY scim.members
    ADD CONSTRAINT scim_member_key PRIMARY KEY (tenant_id, group_id, person_id);

ALTER TABLE ONLY scim.settings
    ADD CONSTRAINT scim_settings_key PRIMARY KEY (tenant_id);

ALTER TABLE ONLY scim.users
    ADD CONSTRAINT scim_user_key PRIMARY KEY (tenant_id, person_id);

ALTER TABLE ONLY sso.attempts
    ADD CONSTRAINT attempt_key PRIMARY KEY (tenant_id, browser_hash);

ALTER TABLE ONLY sso.connections
    ADD CONSTRAINT connection_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY sso.identities
    ADD CONSTRAINT identity_key PRIMARY KEY (tenant_id, connection_id, issuer, subject);

ALTER TABLE ONLY sso.identities
    ADD CONSTRAINT identity_taken UNIQUE (tenant_id, connection_id, person_id);

ALTER TABLE ONLY sso.role_mappings
    ADD CONSTRAINT role_mapping_key PRIMARY KEY (tenant_id, connection_id, "position");

ALTER TABLE ONLY views.views
    ADD CONSTRAINT view_key PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY views.views
    ADD CONSTRAINT view_name_taken UNIQUE (tenant_id, owner_id, list, name);

CREATE INDEX alert_by_created_at ON alerts.alerts USING btree (tenant_id, created_at, id);

CREATE INDEX alert_by_device ON alerts.alerts USING btree (tenant_id, device_id, created_at, id);

CREATE INDEX alert_by_occurred_at ON alerts.alerts USING btree (tenant_id, occurred_at, id);

CREATE INDEX alert_by_severity ON alerts.alerts USING btree (tenant_id, severity, id);

CREATE INDEX alert_by_updated_at ON alerts.alerts USING btree (tenant_id, updated_at, id);

CREATE INDEX alert_open ON alerts.alerts USING btree (tenant_id, severity) WHERE (status = 'open'::text);

CREATE INDEX webhook_by_created_at ON alerts.webhooks USING btree (tenant_id, created_at, id);

CREATE INDEX webhook_by_id ON alerts.webhooks USING btree (id);

COMMENT ON INDEX alerts.webhook_by_id IS 'look-up before the tenant is known';

CREATE INDEX webhook_delivery_by_received_at ON alerts.webhook_deliveries USING btree (tenant_id, webhook_id, received_at);

CREATE INDEX audit_entry_by_actor ON audit.entries USING btree (tenant_id, actor_id, at, id);

CREATE INDEX audit_entry_by_address ON audit.entries USING btree (tenant_id, remote_address, at, id);

CREATE INDEX audit_entry_by_at ON audit.entries USING btree (tenant_id, at, id);

CREATE INDEX audit_entry_by_operation ON audit.entries USING btree (tenant_id, operation, at, id);

CREATE INDEX audit_entry_by_outcome ON audit.entries USING btree (tenant_id, outcome, at, id);

CREATE INDEX audit_entry_by_request ON audit.entries USING btree (tenant_id, request_id, at, id);

CREATE INDEX audit_entry_by_target ON audit.entries USING btree (tenant_id, target_id, at, id);

CREATE INDEX attribute_by_class ON cmdb.attributes USING btree (tenant_id, class_key, "position");

CREATE INDEX ci_by_class ON cmdb.cis USING btree (tenant_id, class_key, status, name, id) WHERE live;

CREATE INDEX ci_by_created_at ON cmdb.cis USING btree (tenant_id, created_at, id) WHERE live;

CREATE INDEX ci_by_name ON cmdb.cis USING btree (tenant_id, name, id) WHERE live;

CREATE INDEX ci_by_seen_at ON cmdb.cis USING btree (tenant_id, seen_at, id) WHERE live;

CREATE INDEX ci_by_updated_at ON cmdb.cis USING btree (tenant_id, updated_at, id) WHERE live;

CREATE INDEX ci_gone ON cmdb.cis USING btree (tenant_id, updated_at, id) WHERE (NOT live);

CREATE INDEX ci_history_by_class ON cmdb.ci_history USING btree (tenant_id, class_key, name, ci_id, valid_from, valid_to) WHERE live;

CREATE INDEX ci_history_by_name ON cmdb.ci_history USING btree (tenant_id, name, ci_id, valid_from, valid_to) WHERE live;

CREATE INDEX ci_history_by_valid_to ON cmdb.ci_history USING btree (tenant_id, valid_to);

CREATE INDEX ci_stale ON cmdb.cis USING btree (tenant_id, name, id) WHERE (live AND stale);

CREATE INDEX ci_value_by_number ON cmdb.ci_values USING btree (tenant_id, attribute, number_key, name, ci_id) WHERE (number_key IS NOT NULL);

CREATE INDEX ci_value_by_text ON cmdb.ci_values USING btree (tenant_id, attribute, text_key, name, ci_id) WHERE (text_key IS NOT NULL);

CREATE INDEX ci_word_by_ci ON cmdb.ci_words USING btree (tenant_id, ci_id, word);

CREATE INDEX decision_by_record_b ON cmdb.decisions USING btree (tenant_id, record_b);

CREATE INDEX discovery_network_by_command ON cmdb.discovery_networks USING btree (tenant_id, command_id);

CREATE INDEX discovery_network_by_name ON cmdb.discovery_networks USING btree (tenant_id, name, id);

CREATE INDEX discovery_network_due ON cmdb.discovery_networks USING btree (tenant_id, next_scan_at) WHERE (next_scan_at IS NOT NULL);

CREATE INDEX duplicate_by_ci_b ON cmdb.duplicates USING btree (tenant_id, ci_b);

CREATE INDEX duplicate_by_found_at ON cmdb.duplicates USING btree (tenant_id, found_at, id);

CREATE INDEX finding_by_ci ON cmdb.findings USING btree (tenant_id, ci_id, section, key, id) WHERE (removed_at IS NULL);

CREATE INDEX finding_removed ON cmdb.findings USING btree (tenant_id, removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX identifier_by_record ON cmdb.identifiers USING btree (tenant_id, record_id);

CREATE INDEX import_by_created_at ON cmdb.imports USING btree (tenant_id, created_at, id);

CREATE INDEX import_queue_by_due_at ON cmdb.import_queue USING btree (due_at);

CREATE INDEX import_row_by_outcome ON cmdb.import_rows USING btree (tenant_id, import_id, outcome, number);

CREATE INDEX installation_by_ci ON cmdb.installations USING btree (tenant_id, ci_id, title_id) WHERE (removed_at IS NULL);

CREATE INDEX installation_by_title ON cmdb.installations USING btree (tenant_id, title_id, ci_id, record_id) WHERE (removed_at IS NULL);

CREATE INDEX installation_removed ON cmdb.installations USING btree (tenant_id, removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX installation_removed_by_ci ON cmdb.installations USING btree (tenant_id, ci_id, removed_at, title_id) WHERE (removed_at IS NOT NULL);

CREATE INDEX network_host_by_address ON cmdb.network_hosts USING btree (tenant_id, network_id, address, id);

CREATE INDEX network_host_by_first_seen_at ON cmdb.network_hosts USING btree (tenant_id, network_id, first_seen_at, id);

CREATE INDEX network_host_by_record ON cmdb.network_hosts USING btree (tenant_id, record_id, ci_id);

CREATE INDEX network_scan_by_started_at ON cmdb.network_scans USING btree (tenant_id, started_at, id);

CREATE INDEX record_by_ci ON cmdb.records USING btree (tenant_id, ci_id, id);

CREATE INDEX relation_by_ended_at ON cmdb.relations USING btree (tenant_id, ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX relation_by_from ON cmdb.relations USING btree (tenant_id, from_ci, ended_at);

CREATE INDEX relation_by_to ON cmdb.relations USING btree (tenant_id, to_ci, ended_at);

CREATE UNIQUE INDEX relation_taken ON cmdb.relations USING btree (tenant_id, from_record, to_record, type_key, source_id) WHERE (ended_at IS NULL);

CREATE INDEX relation_walk_from ON cmdb.relations USING btree (tenant_id, from_ci, type_key, to_ci) WHERE (ended_at IS NULL);

CREATE INDEX relation_walk_to ON cmdb.relations USING btree (tenant_id, to_ci, type_key, from_ci) WHERE (ended_at IS NULL);

CREATE INDEX software_title_by_name ON cmdb.software_titles USING btree (tenant_id, name, id);

CREATE INDEX command_by_device ON commands.commands USING btree (tenant_id, device_id, created_at, id);

CREATE INDEX command_waiting ON commands.commands USING btree (tenant_id, device_id, created_at) WHERE (finished_at IS NULL);

CREATE INDEX device_by_name ON devices.devices USING btree (tenant_id, name, id);

CREATE INDEX device_by_registered_at ON devices.devices USING btree (tenant_id, registered_at, id);

CREATE INDEX device_key_by_device ON devices.device_keys USING btree (tenant_id, device_id);

CREATE INDEX device_key_by_hash ON devices.device_keys USING btree (key_hash);

COMMENT ON INDEX devices.device_key_by_hash IS 'look-up before the tenant is known';

CREATE INDEX provisioning_key_by_created_at ON devices.provisioning_keys USING btree (tenant_id, created_at, id);

CREATE INDEX provisioning_key_by_hash ON devices.provisioning_keys USING btree (key_hash);

COMMENT ON INDEX devices.provisioning_key_by_hash IS 'look-up before the tenant is known';

CREATE INDEX api_key_by_created_at ON identity.api_keys USING btree (tenant_id, created_at, id);

CREATE INDEX api_key_by_service_account ON identity.api_keys USING btree (tenant_id, service_account_id);

CREATE INDEX membership_by_created_at ON identity.memberships USING btree (tenant_id, created_at, person_id);

CREATE INDEX membership_by_display_name ON identity.memberships USING btree (tenant_id, display_name, person_id);

CREATE INDEX membership_by_role ON identity.memberships USING btree (tenant_id, role_id);

CREATE INDEX refresh_token_by_session ON identity.refresh_tokens USING btree (tenant_id, session_id);

CREATE INDEX reset_token_by_person ON identity.reset_tokens USING btree (person_id, created_at);

CREATE UNIQUE INDEX role_name_taken ON identity.roles USING btree (tenant_id, lower(name));

CREATE INDEX service_account_by_created_at ON identity.service_accounts USING btree (tenant_id, created_at, id);

CREATE INDEX service_account_by_role ON identity.service_accounts USING btree (tenant_id, role_id);

CREATE UNIQUE INDEX service_account_name_taken ON identity.service_accounts USING btree (tenant_id, lower(name));

CREATE INDEX session_by_connection ON identity.sessions USING btree (tenant_id, sso_connection_id);

CREATE INDEX session_by_person ON identity.sessions USING btree (tenant_id, person_id);

CREATE INDEX setup_token_by_person ON identity.setup_tokens USING btree (tenant_id, person_id);

CREATE INDEX spent_challenge_by_expires_at ON identity.spent_challenges USING btree (expires_at);

CREATE INDEX incident_by_assignee ON itsm.incidents USING btree (tenant_id, assignee_id, created_at, id);

CREATE INDEX incident_by_created_at ON itsm.incidents USING btree (tenant_id, created_at, id);

CREATE INDEX incident_by_priority ON itsm.incidents USING btree (tenant_id, priority, id);

CREATE INDEX incident_by_updated_at ON itsm.incidents USING btree (tenant_id, updated_at, id);

CREATE INDEX incident_unfinished ON itsm.incidents USING btree (tenant_id, priority, assignee_id) WHERE (status = ANY (ARRAY['open'::text, 'in_progress'::text]));

CREATE INDEX timeline_by_at ON itsm.timeline USING btree (tenant_id, incident_id, at, id);

CREATE INDEX letter_by_created_at ON mail.outbox USING btree (tenant_id, created_at, id);

CREATE INDEX queue_by_due_at ON mail.queue USING btree (due_at);

CREATE INDEX scim_failure_by_at ON scim.failures USING btree (tenant_id, at);

CREATE INDEX scim_group_by_created_at ON scim.groups USING btree (tenant_id, created_at, id);

CREATE INDEX scim_group_by_role ON scim.groups USING btree (tenant_id, role_id);

CREATE UNIQUE INDEX scim_group_name_taken ON scim.groups USING btree (tenant_id, lower(display_name));

CREATE INDEX scim_member_by_person ON scim.members USING btree (tenant_id, person_id);

CREATE INDEX scim_user_by_created_at ON scim.users USING btree (tenant_id, created_at, person_id);

CREATE INDEX scim_user_by_external_id ON scim.users USING btree (tenant_id, external_id);

CREATE UNIQUE INDEX scim_user_email_taken ON scim.users USING btree (tenant_id, email);

CREATE UNIQUE INDEX scim_user_name_taken ON scim.users USING btree (tenant_id, lower(user_name));

CREATE INDEX attempt_by_connection ON sso.attempts USING btree (tenant_id, connection_id);

CREATE INDEX attempt_by_expires_at ON sso.attempts USING btree (tenant_id, expires_at);

CREATE INDEX connection_by_role ON sso.connections USING btree (tenant_id, role_id);

CREATE UNIQUE INDEX connection_enforced_once ON sso.connections USING btree (tenant_id) WHERE enforced;

CREATE INDEX identity_by_person ON sso.identities USING btree (tenant_id, person_id);

CREATE INDEX role_mapping_by_role ON sso.role_mappings USING btree (tenant_id, role_id);

CREATE INDEX view_by_list ON views.views USING btree (tenant_id, list, name, id);

CREATE INDEX view_by_name ON views.views USING btree (tenant_id, name, id);

ALTER INDEX ingest.ingest_events_p0_pkey ATTACH PARTITION ingest.ingest_events_p0_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p0_pkey;

ALTER INDEX ingest.ingest_events_p1_pkey ATTACH PARTITION ingest.ingest_events_p1_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p1_pkey;

ALTER INDEX ingest.ingest_events_p2_pkey ATTACH PARTITION ingest.ingest_events_p2_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p2_pkey;

ALTER INDEX ingest.ingest_events_p3_pkey ATTACH PARTITION ingest.ingest_events_p3_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p3_pkey;

ALTER INDEX ingest.ingest_events_p4_pkey ATTACH PARTITION ingest.ingest_events_p4_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p4_pkey;

ALTER INDEX ingest.ingest_events_p5_pkey ATTACH PARTITION ingest.ingest_events_p5_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p5_pkey;

ALTER INDEX ingest.ingest_events_p6_pkey ATTACH PARTITION ingest.ingest_events_p6_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p6_pkey;

ALTER INDEX ingest.ingest_events_p7_pkey ATTACH PARTITION ingest.ingest_events_p7_default_pkey;

ALTER INDEX ingest.ingest_event_key ATTACH PARTITION ingest.ingest_events_p7_pkey;

ALTER TABLE ONLY alerts.alerts
    ADD CONSTRAINT alert_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY alerts.alerts
    ADD CONSTRAINT alert_incident FOREIGN KEY (tenant_id, incident_id) REFERENCES itsm.incidents(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY alerts.alerts
    ADD CONSTRAINT alert_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY alerts.webhook_deliveries
    ADD CONSTRAINT webhook_delivery_webhook FOREIGN KEY (tenant_id, webhook_id) REFERENCES alerts.webhooks(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY alerts.webhooks
    ADD CONSTRAINT webhook_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY audit.retention
    ADD CONSTRAINT audit_retention_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.attributes
    ADD CONSTRAINT attribute_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.ci_history
    ADD CONSTRAINT ci_history_ci FOREIGN KEY (tenant_id, ci_id) REFERENCES cmdb.cis(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.cis
    ADD CONSTRAINT ci_merged_into FOREIGN KEY (tenant_id, merged_into) REFERENCES cmdb.cis(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.cis
    ADD CONSTRAINT ci_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.ci_values
    ADD CONSTRAINT ci_value_ci FOREIGN KEY (tenant_id, ci_id) REFERENCES cmdb.cis(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.ci_words
    ADD CONSTRAINT ci_word_ci FOREIGN KEY (tenant_id, ci_id) REFERENCES cmdb.cis(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.class_rules
    ADD CONSTRAINT class_rule_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.classes
    ADD CONSTRAINT class_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.decisions
    ADD CONSTRAINT decision_record_a FOREIGN KEY (tenant_id, record_a) REFERENCES cmdb.records(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.decisions
    ADD CONSTRAINT decision_record_b FOREIGN KEY (tenant_id, record_b) REFERENCES cmdb.records(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.discovery_networks
    ADD CONSTRAINT discovery_network_command FOREIGN KEY (tenant_id, command_id) REFERENCES commands.commands(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.discovery_networks
    ADD CONSTRAINT discovery_network_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.duplicates
    ADD CONSTRAINT duplicate_ci_a FOREIGN KEY (tenant_id, ci_a) REFERENCES cmdb.cis(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.duplicates
    ADD CONSTRAINT duplicate_ci_b FOREIGN KEY (tenant_id, ci_b) REFERENCES cmdb.cis(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.findings
    ADD CONSTRAINT finding_record FOREIGN KEY (tenant_id, record_id, ci_id) REFERENCES cmdb.records(tenant_id, id, ci_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.identifiers
    ADD CONSTRAINT identifier_record FOREIGN KEY (tenant_id, record_id) REFERENCES cmdb.records(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.import_identities
    ADD CONSTRAINT import_identity_import FOREIGN KEY (tenant_id, import_id) REFERENCES cmdb.imports(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.import_mappings
    ADD CONSTRAINT import_mapping_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.import_rows
    ADD CONSTRAINT import_row_import FOREIGN KEY (tenant_id, import_id) REFERENCES cmdb.imports(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.imports
    ADD CONSTRAINT import_source FOREIGN KEY (tenant_id, source_id) REFERENCES cmdb.sources(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.imports
    ADD CONSTRAINT import_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.installations
    ADD CONSTRAINT installation_record FOREIGN KEY (tenant_id, record_id, ci_id) REFERENCES cmdb.records(tenant_id, id, ci_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.installations
    ADD CONSTRAINT installation_title FOREIGN KEY (tenant_id, title_id) REFERENCES cmdb.software_titles(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.inventories
    ADD CONSTRAINT inventory_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.inventory_sections
    ADD CONSTRAINT inventory_section_inventory FOREIGN KEY (tenant_id, device_id) REFERENCES cmdb.inventories(tenant_id, device_id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.model_versions
    ADD CONSTRAINT model_version_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.network_hosts
    ADD CONSTRAINT network_host_network FOREIGN KEY (tenant_id, network_id) REFERENCES cmdb.discovery_networks(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.network_hosts
    ADD CONSTRAINT network_host_record FOREIGN KEY (tenant_id, record_id, ci_id) REFERENCES cmdb.records(tenant_id, id, ci_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.network_scans
    ADD CONSTRAINT network_scan_network FOREIGN KEY (tenant_id, network_id) REFERENCES cmdb.discovery_networks(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.network_scan_parts
    ADD CONSTRAINT network_scan_part_scan FOREIGN KEY (tenant_id, scan_id) REFERENCES cmdb.network_scans(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.reconciliations
    ADD CONSTRAINT reconciliation_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.records
    ADD CONSTRAINT record_ci FOREIGN KEY (tenant_id, ci_id) REFERENCES cmdb.cis(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.records
    ADD CONSTRAINT record_source FOREIGN KEY (tenant_id, source_id) REFERENCES cmdb.sources(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.relations
    ADD CONSTRAINT relation_from FOREIGN KEY (tenant_id, from_record, from_ci) REFERENCES cmdb.records(tenant_id, id, ci_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.relations
    ADD CONSTRAINT relation_source FOREIGN KEY (tenant_id, source_id) REFERENCES cmdb.sources(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.relations
    ADD CONSTRAINT relation_to FOREIGN KEY (tenant_id, to_record, to_ci) REFERENCES cmdb.records(tenant_id, id, ci_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY cmdb.relation_types
    ADD CONSTRAINT relation_type_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.software_titles
    ADD CONSTRAINT software_title_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY cmdb.sources
    ADD CONSTRAINT source_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY commands.commands
    ADD CONSTRAINT command_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY devices.device_keys
    ADD CONSTRAINT device_key_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY devices.device_keys
    ADD CONSTRAINT device_key_provisioning_key FOREIGN KEY (tenant_id, provisioning_key_id) REFERENCES devices.provisioning_keys(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY devices.devices
    ADD CONSTRAINT device_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY devices.logs
    ADD CONSTRAINT log_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY devices.provisioning_keys
    ADD CONSTRAINT provisioning_key_last_device FOREIGN KEY (tenant_id, last_device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY devices.provisioning_keys
    ADD CONSTRAINT provisioning_key_replacement FOREIGN KEY (tenant_id, replaced_by) REFERENCES devices.provisioning_keys(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY devices.provisioning_keys
    ADD CONSTRAINT provisioning_key_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY devices.telemetry
    ADD CONSTRAINT telemetry_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices.devices(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.api_keys
    ADD CONSTRAINT api_key_replacement FOREIGN KEY (tenant_id, replaced_by) REFERENCES identity.api_keys(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.api_keys
    ADD CONSTRAINT api_key_service_account FOREIGN KEY (tenant_id, service_account_id) REFERENCES identity.service_accounts(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.memberships
    ADD CONSTRAINT membership_person FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.memberships
    ADD CONSTRAINT membership_role_exists FOREIGN KEY (tenant_id, role_id) REFERENCES identity.roles(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.memberships
    ADD CONSTRAINT membership_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.passkeys
    ADD CONSTRAINT passkey_person FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.recovery_codes
    ADD CONSTRAINT recovery_code_person FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.refresh_tokens
    ADD CONSTRAINT refresh_token_session FOREIGN KEY (tenant_id, session_id) REFERENCES identity.sessions(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.reset_tokens
    ADD CONSTRAINT reset_token_person FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.roles
    ADD CONSTRAINT role_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.security_policies
    ADD CONSTRAINT security_policy_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.service_accounts
    ADD CONSTRAINT service_account_role_exists FOREIGN KEY (tenant_id, role_id) REFERENCES identity.roles(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.service_accounts
    ADD CONSTRAINT service_account_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY identity.sessions
    ADD CONSTRAINT session_connection FOREIGN KEY (tenant_id, sso_connection_id) REFERENCES sso.connections(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.sessions
    ADD CONSTRAINT session_membership FOREIGN KEY (tenant_id, person_id) REFERENCES identity.memberships(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.setup_tokens
    ADD CONSTRAINT setup_token_membership FOREIGN KEY (tenant_id, person_id) REFERENCES identity.memberships(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY identity.totp
    ADD CONSTRAINT totp_person FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE;

ALTER TABLE ONLY itsm.incidents
    ADD CONSTRAINT incident_alert FOREIGN KEY (tenant_id, alert_id) REFERENCES alerts.alerts(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY itsm.incidents
    ADD CONSTRAINT incident_assignee_is_member FOREIGN KEY (tenant_id, assignee_id) REFERENCES identity.memberships(tenant_id, person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY itsm.incidents
    ADD CONSTRAINT incident_reporter_is_member FOREIGN KEY (tenant_id, reporter_id) REFERENCES identity.memberships(tenant_id, person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY itsm.incidents
    ADD CONSTRAINT incident_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY itsm.timeline
    ADD CONSTRAINT timeline_incident FOREIGN KEY (tenant_id, incident_id) REFERENCES itsm.incidents(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY licence.tenant_features
    ADD CONSTRAINT tenant_feature_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY licence.tenant_licenses
    ADD CONSTRAINT tenant_license_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY mail.outbox
    ADD CONSTRAINT letter_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE CASCADE;

ALTER TABLE ONLY scim.settings
    ADD CONSTRAINT scim_default_role_exists FOREIGN KEY (tenant_id, default_role_id) REFERENCES identity.roles(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY scim.failures
    ADD CONSTRAINT scim_failure_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY scim.groups
    ADD CONSTRAINT scim_group_role_exists FOREIGN KEY (tenant_id, role_id) REFERENCES identity.roles(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY scim.groups
    ADD CONSTRAINT scim_group_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY scim.members
    ADD CONSTRAINT scim_member_group FOREIGN KEY (tenant_id, group_id) REFERENCES scim.groups(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY scim.members
    ADD CONSTRAINT scim_member_user FOREIGN KEY (tenant_id, person_id) REFERENCES scim.users(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY scim.settings
    ADD CONSTRAINT scim_settings_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY scim.users
    ADD CONSTRAINT scim_user_membership FOREIGN KEY (tenant_id, person_id) REFERENCES identity.memberships(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY sso.attempts
    ADD CONSTRAINT attempt_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES sso.connections(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY sso.connections
    ADD CONSTRAINT connection_role_exists FOREIGN KEY (tenant_id, role_id) REFERENCES identity.roles(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY sso.connections
    ADD CONSTRAINT connection_tenant FOREIGN KEY (tenant_id) REFERENCES licence.tenants(id) ON DELETE RESTRICT;

ALTER TABLE ONLY sso.identities
    ADD CONSTRAINT identity_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES sso.connections(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY sso.identities
    ADD CONSTRAINT identity_membership FOREIGN KEY (tenant_id, person_id) REFERENCES identity.memberships(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE ONLY sso.role_mappings
    ADD CONSTRAINT mapping_role_exists FOREIGN KEY (tenant_id, role_id) REFERENCES identity.roles(tenant_id, id) ON DELETE RESTRICT;

ALTER TABLE ONLY sso.role_mappings
    ADD CONSTRAINT role_mapping_connection FOREIGN KEY (tenant_id, connection_id) REFERENCES sso.connections(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY views.views
    ADD CONSTRAINT view_owner_is_member FOREIGN KEY (tenant_id, owner_id) REFERENCES identity.memberships(tenant_id, person_id) ON DELETE CASCADE;

ALTER TABLE alerts.alerts ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON alerts.alerts USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON alerts.webhook_deliveries USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON alerts.webhooks USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE alerts.webhook_deliveries ENABLE ROW LEVEL SECURITY;

ALTER TABLE alerts.webhooks ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.idempotency_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON app.idempotency_keys USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE audit.entries ENABLE ROW LEVEL SECURITY;

ALTER TABLE audit.heads ENABLE ROW LEVEL SECURITY;

ALTER TABLE audit.links ENABLE ROW LEVEL SECURITY;

ALTER TABLE audit.retention ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON audit.entries USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON audit.heads USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON audit.links USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON audit.retention USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON audit.verifications USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE audit.verifications ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.attributes ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.ci_history ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.ci_values ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.ci_words ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.cis ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.class_rules ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.classes ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.decisions ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.discovery_networks ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.duplicates ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.findings ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.identifiers ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.import_identities ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.import_mappings ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.import_rows ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.imports ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.installations ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.inventories ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.inventory_sections ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.model_versions ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.network_hosts ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.network_scan_parts ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.network_scans ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.reconciliations ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.records ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.relation_types ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.relations ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.software_titles ENABLE ROW LEVEL SECURITY;

ALTER TABLE cmdb.sources ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON cmdb.attributes USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.ci_history USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.ci_values USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.ci_words USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.cis USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.class_rules USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.classes USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.decisions USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.discovery_networks USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.duplicates USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.findings USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.identifiers USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.import_identities USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.import_mappings USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.import_rows USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.imports USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.installations USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.inventories USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.inventory_sections USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.model_versions USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.network_hosts USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.network_scan_parts USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.network_scans USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.reconciliations USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.records USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.relation_types USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.relations USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.software_titles USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON cmdb.sources USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE commands.commands ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON commands.commands USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE devices.device_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE devices.devices ENABLE ROW LEVEL SECURITY;

ALTER TABLE devices.logs ENABLE ROW LEVEL SECURITY;

ALTER TABLE devices.provisioning_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE devices.telemetry ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON devices.device_keys USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON devices.devices USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON devices.logs USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON devices.provisioning_keys USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON devices.telemetry USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE identity.api_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY member ON identity.persons USING ((current_setting('app.tenant_id'::text, true) = ANY ((tenants)::text[])));

ALTER TABLE identity.memberships ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON identity.passkeys USING (((person_id)::text = current_setting('app.actor_id'::text, true))) WITH CHECK (((person_id)::text = current_setting('app.actor_id'::text, true)));

CREATE POLICY own ON identity.recovery_codes USING (((person_id)::text = current_setting('app.actor_id'::text, true))) WITH CHECK (((person_id)::text = current_setting('app.actor_id'::text, true)));

CREATE POLICY own ON identity.totp USING (((person_id)::text = current_setting('app.actor_id'::text, true))) WITH CHECK (((person_id)::text = current_setting('app.actor_id'::text, true)));

ALTER TABLE identity.passkeys ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.persons ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.recovery_codes ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.refresh_tokens ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.reset_requests ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.reset_tokens ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.roles ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.security_policies ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.service_accounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.sessions ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.setup_tokens ENABLE ROW LEVEL SECURITY;

ALTER TABLE identity.spent_challenges ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON identity.api_keys USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON identity.memberships USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON identity.refresh_tokens USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON identity.roles USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON identity.security_policies USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON identity.service_accounts USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON identity.sessions USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON identity.setup_tokens USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE identity.totp ENABLE ROW LEVEL SECURITY;

ALTER TABLE ingest.idempotency_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE ingest.ingest_events ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON ingest.idempotency_keys USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON ingest.ingest_events USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE itsm.incident_counters ENABLE ROW LEVEL SECURITY;

ALTER TABLE itsm.incidents ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON itsm.incident_counters USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON itsm.incidents USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON itsm.timeline USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE itsm.timeline ENABLE ROW LEVEL SECURITY;

ALTER TABLE licence.push_receipts ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON licence.push_receipts USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON licence.tenant_features USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON licence.tenant_licenses USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON licence.tenants USING (((id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE licence.tenant_features ENABLE ROW LEVEL SECURITY;

ALTER TABLE licence.tenant_licenses ENABLE ROW LEVEL SECURITY;

ALTER TABLE licence.tenants ENABLE ROW LEVEL SECURITY;

ALTER TABLE mail.outbox ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON mail.outbox USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE scim.failures ENABLE ROW LEVEL SECURITY;

ALTER TABLE scim.groups ENABLE ROW LEVEL SECURITY;

ALTER TABLE scim.members ENABLE ROW LEVEL SECURITY;

ALTER TABLE scim.settings ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON scim.failures USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON scim.groups USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON scim.members USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON scim.settings USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON scim.users USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE scim.users ENABLE ROW LEVEL SECURITY;

ALTER TABLE sso.attempts ENABLE ROW LEVEL SECURITY;

ALTER TABLE sso.connections ENABLE ROW LEVEL SECURITY;

ALTER TABLE sso.identities ENABLE ROW LEVEL SECURITY;

ALTER TABLE sso.role_mappings ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON sso.attempts USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON sso.connections USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON sso.identities USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON sso.role_mappings USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

CREATE POLICY tenant ON views.views USING (((tenant_id)::text = current_setting('app.tenant_id'::text, true))) WITH CHECK (((tenant_id)::text = current_setting('app.tenant_id'::text, true)));

ALTER TABLE views.views ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA alerts TO monozu_app;
GRANT USAGE ON SCHEMA alerts TO monozu_jobs;
GRANT USAGE ON SCHEMA alerts TO monozu_lookup;

GRANT USAGE ON SCHEMA app TO monozu_app;
GRANT USAGE ON SCHEMA app TO monozu_ingest;
GRANT USAGE ON SCHEMA app TO monozu_jobs;
GRANT USAGE ON SCHEMA app TO monozu_admin;
GRANT USAGE ON SCHEMA app TO monozu_lookup;

GRANT USAGE ON SCHEMA audit TO monozu_app;
GRANT USAGE ON SCHEMA audit TO monozu_jobs;
GRANT USAGE ON SCHEMA audit TO monozu_lookup;

GRANT USAGE ON SCHEMA cmdb TO monozu_app;
GRANT USAGE ON SCHEMA cmdb TO monozu_jobs;
GRANT USAGE ON SCHEMA cmdb TO monozu_lookup;

GRANT USAGE ON SCHEMA commands TO monozu_app;
GRANT USAGE ON SCHEMA commands TO monozu_jobs;

GRANT USAGE ON SCHEMA devices TO monozu_app;
GRANT USAGE ON SCHEMA devices TO monozu_ingest;
GRANT USAGE ON SCHEMA devices TO monozu_jobs;
GRANT USAGE ON SCHEMA devices TO monozu_lookup;

GRANT USAGE ON SCHEMA identity TO monozu_app;
GRANT USAGE ON SCHEMA identity TO monozu_lookup;

GRANT USAGE ON SCHEMA ingest TO monozu_ingest;
GRANT USAGE ON SCHEMA ingest TO monozu_jobs;
GRANT USAGE ON SCHEMA ingest TO monozu_app;
GRANT USAGE ON SCHEMA ingest TO monozu_lookup;

GRANT USAGE ON SCHEMA itsm TO monozu_app;

GRANT USAGE ON SCHEMA licence TO monozu_app;
GRANT USAGE ON SCHEMA licence TO monozu_ingest;
GRANT USAGE ON SCHEMA licence TO monozu_jobs;
GRANT USAGE ON SCHEMA licence TO monozu_lookup;

GRANT USAGE ON SCHEMA mail TO monozu_app;
GRANT USAGE ON SCHEMA mail TO monozu_jobs;
GRANT USAGE ON SCHEMA mail TO monozu_lookup;

GRANT USAGE ON SCHEMA scim TO monozu_app;

GRANT USAGE ON SCHEMA sso TO monozu_app;
GRANT USAGE ON SCHEMA sso TO monozu_lookup;

GRANT USAGE ON SCHEMA views TO monozu_app;

REVOKE ALL ON FUNCTION alerts.purge_deliveries(before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION alerts.purge_deliveries(before timestamp with time zone) TO monozu_jobs;

REVOKE ALL ON FUNCTION alerts.webhook_by_id(webhook uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION alerts.webhook_by_id(webhook uuid) TO monozu_app;

REVOKE ALL ON FUNCTION app.enter(tenant uuid, actor uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.enter(tenant uuid, actor uuid) TO monozu_app;
GRANT ALL ON FUNCTION app.enter(tenant uuid, actor uuid) TO monozu_jobs;
GRANT ALL ON FUNCTION app.enter(tenant uuid, actor uuid) TO monozu_admin;

REVOKE ALL ON FUNCTION app.migration_current() FROM PUBLIC;
GRANT ALL ON FUNCTION app.migration_current() TO monozu_app;
GRANT ALL ON FUNCTION app.migration_current() TO monozu_ingest;
GRANT ALL ON FUNCTION app.migration_current() TO monozu_jobs;
GRANT ALL ON FUNCTION app.migration_current() TO monozu_admin;

REVOKE ALL ON FUNCTION app.purge_idempotency_keys(keep interval) FROM PUBLIC;
GRANT ALL ON FUNCTION app.purge_idempotency_keys(keep interval) TO monozu_jobs;

REVOKE ALL ON FUNCTION audit.chains(checked_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION audit.chains(checked_before timestamp with time zone) TO monozu_jobs;

REVOKE ALL ON FUNCTION audit.forget(tenant uuid, through bigint, default_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION audit.forget(tenant uuid, through bigint, default_days integer) TO monozu_jobs;

REVOKE ALL ON FUNCTION cmdb.discovery_due(at timestamp with time zone, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cmdb.discovery_due(at timestamp with time zone, at_most integer) TO monozu_jobs;

REVOKE ALL ON FUNCTION cmdb.purge_inventory(removed_before timestamp with time zone, scans_before timestamp with time zone, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cmdb.purge_inventory(removed_before timestamp with time zone, scans_before timestamp with time zone, at_most integer) TO monozu_jobs;

REVOKE ALL ON FUNCTION cmdb.purge_relations(before timestamp with time zone, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION cmdb.purge_relations(before timestamp with time zone, at_most integer) TO monozu_jobs;

REVOKE ALL ON FUNCTION devices.device_by_key(hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION devices.device_by_key(hash bytea) TO monozu_app;

REVOKE ALL ON FUNCTION devices.device_by_key_hash(hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION devices.device_by_key_hash(hash bytea) TO monozu_app;
GRANT ALL ON FUNCTION devices.device_by_key_hash(hash bytea) TO monozu_ingest;

REVOKE ALL ON FUNCTION devices.provisioning_key_by_hash(hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION devices.provisioning_key_by_hash(hash bytea) TO monozu_app;

REVOKE ALL ON FUNCTION devices.purge_history(telemetry_before timestamp with time zone, logs_before timestamp with time zone, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION devices.purge_history(telemetry_before timestamp with time zone, logs_before timestamp with time zone, at_most integer) TO monozu_jobs;

REVOKE ALL ON FUNCTION identity.challenge_spend(challenge_hash bytea, until timestamp with time zone, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.challenge_spend(challenge_hash bytea, until timestamp with time zone, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.factors_reset(person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.factors_reset(person uuid) TO monozu_app;

REVOKE ALL ON FUNCTION identity.language_choose(language text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.language_choose(language text) TO monozu_app;

REVOKE ALL ON FUNCTION identity.language_suggest(person uuid, language text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.language_suggest(person uuid, language text) TO monozu_app;

REVOKE ALL ON FUNCTION identity.login_person(email text, remote_address text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.login_person(email text, remote_address text) TO monozu_app;

REVOKE ALL ON FUNCTION identity.memberships_of(person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.memberships_of(person uuid) TO monozu_app;

REVOKE ALL ON FUNCTION identity.own_session_end(session uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.own_session_end(session uuid, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.own_sessions(at timestamp with time zone, idle_since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.own_sessions(at timestamp with time zone, idle_since timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.own_sessions_end_others(keep uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.own_sessions_end_others(keep uuid, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.passkey_person(credential bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.passkey_person(credential bytea) TO monozu_app;

REVOKE ALL ON FUNCTION identity.password_change(old_hash text, new_hash text, keep uuid, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.password_change(old_hash text, new_hash text, keep uuid, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.password_rehash(person uuid, old_hash text, new_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.password_rehash(person uuid, old_hash text, new_hash text) TO monozu_app;

REVOKE ALL ON FUNCTION identity.person_join(new_id uuid, email text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.person_join(new_id uuid, email text, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.person_readdress(person uuid, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.person_readdress(person uuid, address text) TO monozu_app;

REVOKE ALL ON FUNCTION identity.reset_complete(token_hash bytea, new_password_hash text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.reset_complete(token_hash bytea, new_password_hash text, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.reset_request(new_id uuid, email text, language text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.reset_request(new_id uuid, email text, language text, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.reset_request_take(since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.reset_request_take(since timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.reset_token_find(token_hash bytea, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.reset_token_find(token_hash bytea, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.reset_token_issue(person uuid, token_hash bytea, at timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.reset_token_issue(person uuid, token_hash bytea, at timestamp with time zone, until timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION identity.sessions_end_everywhere(person uuid, keep uuid, reason text, at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION identity.setup_complete(token_hash bytea, new_password_hash text, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION identity.setup_complete(token_hash bytea, new_password_hash text, at timestamp with time zone) TO monozu_app;

REVOKE ALL ON FUNCTION ingest.drop_partitions(older_than_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ingest.drop_partitions(older_than_days integer) TO monozu_jobs;

REVOKE ALL ON FUNCTION ingest.ensure_partitions(days_ahead integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ingest.ensure_partitions(days_ahead integer) TO monozu_jobs;

REVOKE ALL ON FUNCTION ingest.purge_idempotency_keys(keep interval) FROM PUBLIC;
GRANT ALL ON FUNCTION ingest.purge_idempotency_keys(keep interval) TO monozu_jobs;

REVOKE ALL ON FUNCTION licence.in_force(tenant uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION licence.in_force(tenant uuid) TO monozu_lookup;

REVOKE ALL ON FUNCTION licence.tenant_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION licence.tenant_ids() TO monozu_app;
GRANT ALL ON FUNCTION licence.tenant_ids() TO monozu_jobs;

REVOKE ALL ON FUNCTION mail.purge(before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION mail.purge(before timestamp with time zone) TO monozu_jobs;

REVOKE ALL ON FUNCTION sso.connection_tenant(connection uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION sso.connection_tenant(connection uuid) TO monozu_app;

REVOKE ALL ON FUNCTION sso.connections_for(domain text) FROM PUBLIC;
GRANT ALL ON FUNCTION sso.connections_for(domain text) TO monozu_app;

GRANT SELECT ON TABLE alerts.alerts TO monozu_app;
GRANT SELECT ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(id) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(id) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(severity) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(severity) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(title) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(title) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(source) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(source) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(rule) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(rule) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(device_id) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(device_id) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(detail) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(detail) ON TABLE alerts.alerts TO monozu_jobs;

GRANT UPDATE(status) ON TABLE alerts.alerts TO monozu_app;

GRANT INSERT(occurred_at) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(occurred_at) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(created_at) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(created_at) ON TABLE alerts.alerts TO monozu_jobs;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE alerts.alerts TO monozu_app;
GRANT INSERT(updated_at) ON TABLE alerts.alerts TO monozu_jobs;

GRANT UPDATE(acknowledged_by) ON TABLE alerts.alerts TO monozu_app;

GRANT UPDATE(acknowledged_at) ON TABLE alerts.alerts TO monozu_app;

GRANT UPDATE(closed_by) ON TABLE alerts.alerts TO monozu_app;

GRANT UPDATE(closed_at) ON TABLE alerts.alerts TO monozu_app;

GRANT UPDATE(close_reason) ON TABLE alerts.alerts TO monozu_app;

GRANT UPDATE(incident_id) ON TABLE alerts.alerts TO monozu_app;

GRANT UPDATE(version) ON TABLE alerts.alerts TO monozu_app;

GRANT SELECT ON TABLE alerts.webhook_deliveries TO monozu_app;
GRANT DELETE ON TABLE alerts.webhook_deliveries TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE alerts.webhook_deliveries TO monozu_app;
GRANT SELECT(tenant_id) ON TABLE alerts.webhook_deliveries TO monozu_lookup;

GRANT INSERT(webhook_id) ON TABLE alerts.webhook_deliveries TO monozu_app;
GRANT SELECT(webhook_id) ON TABLE alerts.webhook_deliveries TO monozu_lookup;

GRANT INSERT(message_id) ON TABLE alerts.webhook_deliveries TO monozu_app;

GRANT INSERT(received_at) ON TABLE alerts.webhook_deliveries TO monozu_app;
GRANT SELECT(received_at) ON TABLE alerts.webhook_deliveries TO monozu_lookup;

GRANT SELECT(tenant_id),INSERT(tenant_id) ON TABLE alerts.webhooks TO monozu_app;
GRANT SELECT(tenant_id) ON TABLE alerts.webhooks TO monozu_lookup;

GRANT SELECT(id),INSERT(id) ON TABLE alerts.webhooks TO monozu_app;
GRANT SELECT(id) ON TABLE alerts.webhooks TO monozu_lookup;

GRANT SELECT(name),INSERT(name) ON TABLE alerts.webhooks TO monozu_app;
GRANT SELECT(name) ON TABLE alerts.webhooks TO monozu_lookup;

GRANT INSERT(secret) ON TABLE alerts.webhooks TO monozu_app;
GRANT SELECT(secret) ON TABLE alerts.webhooks TO monozu_lookup;

GRANT SELECT(created_by),INSERT(created_by) ON TABLE alerts.webhooks TO monozu_app;

GRANT SELECT(created_at),INSERT(created_at) ON TABLE alerts.webhooks TO monozu_app;

GRANT SELECT(last_used_at),UPDATE(last_used_at) ON TABLE alerts.webhooks TO monozu_app;

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE alerts.webhooks TO monozu_app;
GRANT SELECT(revoked_at) ON TABLE alerts.webhooks TO monozu_lookup;

GRANT SELECT ON TABLE app.idempotency_keys TO monozu_app;
GRANT SELECT,DELETE ON TABLE app.idempotency_keys TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE app.idempotency_keys TO monozu_app;

GRANT INSERT(actor_id) ON TABLE app.idempotency_keys TO monozu_app;

GRANT INSERT(key) ON TABLE app.idempotency_keys TO monozu_app;

GRANT INSERT(operation) ON TABLE app.idempotency_keys TO monozu_app;

GRANT INSERT(fingerprint) ON TABLE app.idempotency_keys TO monozu_app;

GRANT UPDATE(status) ON TABLE app.idempotency_keys TO monozu_app;

GRANT UPDATE(body) ON TABLE app.idempotency_keys TO monozu_app;

GRANT SELECT ON TABLE audit.entries TO monozu_app;
GRANT SELECT ON TABLE audit.entries TO monozu_jobs;
GRANT SELECT,DELETE ON TABLE audit.entries TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(id) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(id) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(actor_kind) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(actor_kind) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(actor_id) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(actor_id) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(operation) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(operation) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(target_id) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(target_id) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(request_id) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(request_id) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(remote_address) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(remote_address) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(changes) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(changes) ON TABLE audit.entries TO monozu_jobs;

GRANT INSERT(outcome) ON TABLE audit.entries TO monozu_app;
GRANT INSERT(outcome) ON TABLE audit.entries TO monozu_jobs;

GRANT SELECT,INSERT ON TABLE audit.heads TO monozu_jobs;

GRANT SELECT(tenant_id) ON TABLE audit.heads TO monozu_app;

GRANT UPDATE(seq) ON TABLE audit.heads TO monozu_jobs;
GRANT SELECT(seq) ON TABLE audit.heads TO monozu_app;

GRANT UPDATE(hash) ON TABLE audit.heads TO monozu_jobs;

GRANT UPDATE(base_seq) ON TABLE audit.heads TO monozu_jobs;

GRANT UPDATE(base_hash) ON TABLE audit.heads TO monozu_jobs;

GRANT UPDATE(removed) ON TABLE audit.heads TO monozu_jobs;
GRANT SELECT(removed) ON TABLE audit.heads TO monozu_app;

GRANT UPDATE(removed_until) ON TABLE audit.heads TO monozu_jobs;
GRANT SELECT(removed_until) ON TABLE audit.heads TO monozu_app;

GRANT UPDATE(mac) ON TABLE audit.heads TO monozu_jobs;

GRANT SELECT,INSERT ON TABLE audit.links TO monozu_jobs;
GRANT SELECT,DELETE ON TABLE audit.links TO monozu_lookup;

GRANT SELECT ON TABLE audit.retention TO monozu_app;
GRANT SELECT ON TABLE audit.retention TO monozu_jobs;
GRANT SELECT ON TABLE audit.retention TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE audit.retention TO monozu_app;

GRANT INSERT(days),UPDATE(days) ON TABLE audit.retention TO monozu_app;

GRANT UPDATE(version) ON TABLE audit.retention TO monozu_app;

GRANT SELECT,DELETE ON TABLE audit.unsealed TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE audit.unsealed TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE audit.unsealed TO monozu_jobs;

GRANT INSERT(entry_id) ON TABLE audit.unsealed TO monozu_app;
GRANT INSERT(entry_id) ON TABLE audit.unsealed TO monozu_jobs;

GRANT SELECT,INSERT ON TABLE audit.verifications TO monozu_jobs;
GRANT SELECT ON TABLE audit.verifications TO monozu_app;
GRANT SELECT ON TABLE audit.verifications TO monozu_lookup;

GRANT UPDATE(next_seq) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(next_hash) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(counted) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(checked) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(finished_at) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(fault) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(fault_seq) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(fault_entry) ON TABLE audit.verifications TO monozu_jobs;

GRANT UPDATE(fault_detail) ON TABLE audit.verifications TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.attributes TO monozu_app;
GRANT SELECT ON TABLE cmdb.attributes TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(key) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(class_key) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(description),UPDATE(description) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(type),UPDATE(type) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(required),UPDATE(required) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(is_unique),UPDATE(is_unique) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(default_value),UPDATE(default_value) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(pattern),UPDATE(pattern) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(choices),UPDATE(choices) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(element_type),UPDATE(element_type) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(reference_class),UPDATE(reference_class) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(unit),UPDATE(unit) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT("position"),UPDATE("position") ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(created_at) ON TABLE cmdb.attributes TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.attributes TO monozu_app;

GRANT UPDATE(version) ON TABLE cmdb.attributes TO monozu_app;

GRANT SELECT,DELETE ON TABLE cmdb.ci_history TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(ci_id) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(ci_id) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(version) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(version) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(valid_from) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(valid_from) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT UPDATE(valid_to) ON TABLE cmdb.ci_history TO monozu_app;
GRANT UPDATE(valid_to) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(class_key) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(class_key) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(name) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(name) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(status) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(status) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(live) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(live) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(merged_into) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(merged_into) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(attributes) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(attributes) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(changes) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(changes) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(cause) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(cause) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(actor_id) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(actor_id) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT INSERT(source_id) ON TABLE cmdb.ci_history TO monozu_app;
GRANT INSERT(source_id) ON TABLE cmdb.ci_history TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.ci_values TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.ci_values TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT INSERT(ci_id) ON TABLE cmdb.ci_values TO monozu_app;
GRANT INSERT(ci_id) ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT INSERT(attribute) ON TABLE cmdb.ci_values TO monozu_app;
GRANT INSERT(attribute) ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT INSERT(element) ON TABLE cmdb.ci_values TO monozu_app;
GRANT INSERT(element) ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT INSERT(text_key) ON TABLE cmdb.ci_values TO monozu_app;
GRANT INSERT(text_key) ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT INSERT(number_key) ON TABLE cmdb.ci_values TO monozu_app;
GRANT INSERT(number_key) ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT INSERT(name) ON TABLE cmdb.ci_values TO monozu_app;
GRANT INSERT(name) ON TABLE cmdb.ci_values TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.ci_words TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.ci_words TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.ci_words TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.ci_words TO monozu_jobs;

GRANT INSERT(word) ON TABLE cmdb.ci_words TO monozu_app;
GRANT INSERT(word) ON TABLE cmdb.ci_words TO monozu_jobs;

GRANT INSERT(ci_id) ON TABLE cmdb.ci_words TO monozu_app;
GRANT INSERT(ci_id) ON TABLE cmdb.ci_words TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.cis TO monozu_app;
GRANT SELECT ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(id) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(id) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(class_key),UPDATE(class_key) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(class_key),UPDATE(class_key) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(status),UPDATE(status) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(status),UPDATE(status) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(attributes),UPDATE(attributes) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(attributes),UPDATE(attributes) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(live),UPDATE(live) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(live),UPDATE(live) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(merged_into),UPDATE(merged_into) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(merged_into),UPDATE(merged_into) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(deleted_at),UPDATE(deleted_at) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(deleted_at),UPDATE(deleted_at) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(stale),UPDATE(stale) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(stale),UPDATE(stale) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(created_at) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(created_at) ON TABLE cmdb.cis TO monozu_jobs;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.cis TO monozu_app;
GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.cis TO monozu_jobs;

GRANT UPDATE(version) ON TABLE cmdb.cis TO monozu_app;
GRANT UPDATE(version) ON TABLE cmdb.cis TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.class_rules TO monozu_app;
GRANT SELECT ON TABLE cmdb.class_rules TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.class_rules TO monozu_app;

GRANT INSERT(class_key) ON TABLE cmdb.class_rules TO monozu_app;

GRANT INSERT(identifiers),UPDATE(identifiers) ON TABLE cmdb.class_rules TO monozu_app;

GRANT INSERT(precedence),UPDATE(precedence) ON TABLE cmdb.class_rules TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.class_rules TO monozu_app;

GRANT UPDATE(version) ON TABLE cmdb.class_rules TO monozu_app;

GRANT SELECT,DELETE ON TABLE cmdb.classes TO monozu_app;
GRANT SELECT ON TABLE cmdb.classes TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.classes TO monozu_app;

GRANT INSERT(key) ON TABLE cmdb.classes TO monozu_app;

GRANT INSERT(parent_key),UPDATE(parent_key) ON TABLE cmdb.classes TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.classes TO monozu_app;

GRANT INSERT(description),UPDATE(description) ON TABLE cmdb.classes TO monozu_app;

GRANT INSERT(icon),UPDATE(icon) ON TABLE cmdb.classes TO monozu_app;

GRANT INSERT(created_at) ON TABLE cmdb.classes TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.classes TO monozu_app;

GRANT UPDATE(version) ON TABLE cmdb.classes TO monozu_app;

GRANT SELECT,DELETE ON TABLE cmdb.decisions TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.decisions TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.decisions TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.decisions TO monozu_jobs;

GRANT INSERT(record_a) ON TABLE cmdb.decisions TO monozu_app;
GRANT INSERT(record_a) ON TABLE cmdb.decisions TO monozu_jobs;

GRANT INSERT(record_b) ON TABLE cmdb.decisions TO monozu_app;
GRANT INSERT(record_b) ON TABLE cmdb.decisions TO monozu_jobs;

GRANT INSERT(verdict),UPDATE(verdict) ON TABLE cmdb.decisions TO monozu_app;
GRANT INSERT(verdict),UPDATE(verdict) ON TABLE cmdb.decisions TO monozu_jobs;

GRANT INSERT(reason),UPDATE(reason) ON TABLE cmdb.decisions TO monozu_app;
GRANT INSERT(reason),UPDATE(reason) ON TABLE cmdb.decisions TO monozu_jobs;

GRANT INSERT(actor_id),UPDATE(actor_id) ON TABLE cmdb.decisions TO monozu_app;
GRANT INSERT(actor_id),UPDATE(actor_id) ON TABLE cmdb.decisions TO monozu_jobs;

GRANT INSERT(at),UPDATE(at) ON TABLE cmdb.decisions TO monozu_app;
GRANT INSERT(at),UPDATE(at) ON TABLE cmdb.decisions TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.discovery_networks TO monozu_app;
GRANT SELECT ON TABLE cmdb.discovery_networks TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.discovery_networks TO monozu_app;
GRANT SELECT(tenant_id) ON TABLE cmdb.discovery_networks TO monozu_lookup;

GRANT INSERT(id) ON TABLE cmdb.discovery_networks TO monozu_app;
GRANT SELECT(id) ON TABLE cmdb.discovery_networks TO monozu_lookup;

GRANT INSERT(device_id) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT INSERT(network) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT INSERT(method),UPDATE(method) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT INSERT(every_hours),UPDATE(every_hours) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT INSERT(enabled),UPDATE(enabled) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT INSERT(next_scan_at),UPDATE(next_scan_at) ON TABLE cmdb.discovery_networks TO monozu_app;
GRANT UPDATE(next_scan_at) ON TABLE cmdb.discovery_networks TO monozu_jobs;
GRANT SELECT(next_scan_at) ON TABLE cmdb.discovery_networks TO monozu_lookup;

GRANT UPDATE(command_id) ON TABLE cmdb.discovery_networks TO monozu_app;
GRANT UPDATE(command_id) ON TABLE cmdb.discovery_networks TO monozu_jobs;

GRANT INSERT(created_at) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT UPDATE(version) ON TABLE cmdb.discovery_networks TO monozu_app;

GRANT SELECT,DELETE ON TABLE cmdb.duplicates TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.duplicates TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.duplicates TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.duplicates TO monozu_jobs;

GRANT INSERT(id) ON TABLE cmdb.duplicates TO monozu_app;
GRANT INSERT(id) ON TABLE cmdb.duplicates TO monozu_jobs;

GRANT INSERT(ci_a) ON TABLE cmdb.duplicates TO monozu_app;
GRANT INSERT(ci_a) ON TABLE cmdb.duplicates TO monozu_jobs;

GRANT INSERT(ci_b) ON TABLE cmdb.duplicates TO monozu_app;
GRANT INSERT(ci_b) ON TABLE cmdb.duplicates TO monozu_jobs;

GRANT INSERT(reasons),UPDATE(reasons) ON TABLE cmdb.duplicates TO monozu_app;
GRANT INSERT(reasons),UPDATE(reasons) ON TABLE cmdb.duplicates TO monozu_jobs;

GRANT INSERT(found_at) ON TABLE cmdb.duplicates TO monozu_app;
GRANT INSERT(found_at) ON TABLE cmdb.duplicates TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.findings TO monozu_app;
GRANT SELECT ON TABLE cmdb.findings TO monozu_jobs;
GRANT DELETE ON TABLE cmdb.findings TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE cmdb.findings TO monozu_jobs;
GRANT SELECT(tenant_id) ON TABLE cmdb.findings TO monozu_lookup;

GRANT INSERT(record_id) ON TABLE cmdb.findings TO monozu_jobs;
GRANT SELECT(record_id) ON TABLE cmdb.findings TO monozu_lookup;

GRANT INSERT(section) ON TABLE cmdb.findings TO monozu_jobs;
GRANT SELECT(section) ON TABLE cmdb.findings TO monozu_lookup;

GRANT INSERT(key) ON TABLE cmdb.findings TO monozu_jobs;
GRANT SELECT(key) ON TABLE cmdb.findings TO monozu_lookup;

GRANT INSERT(id) ON TABLE cmdb.findings TO monozu_jobs;

GRANT INSERT(ci_id) ON TABLE cmdb.findings TO monozu_jobs;

GRANT INSERT(data),UPDATE(data) ON TABLE cmdb.findings TO monozu_jobs;

GRANT INSERT(first_seen_at),UPDATE(first_seen_at) ON TABLE cmdb.findings TO monozu_jobs;

GRANT UPDATE(removed_at) ON TABLE cmdb.findings TO monozu_jobs;
GRANT SELECT(removed_at) ON TABLE cmdb.findings TO monozu_lookup;

GRANT SELECT,DELETE ON TABLE cmdb.identifiers TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.identifiers TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.identifiers TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.identifiers TO monozu_jobs;

GRANT INSERT(kind) ON TABLE cmdb.identifiers TO monozu_app;
GRANT INSERT(kind) ON TABLE cmdb.identifiers TO monozu_jobs;

GRANT INSERT(value) ON TABLE cmdb.identifiers TO monozu_app;
GRANT INSERT(value) ON TABLE cmdb.identifiers TO monozu_jobs;

GRANT INSERT(record_id) ON TABLE cmdb.identifiers TO monozu_app;
GRANT INSERT(record_id) ON TABLE cmdb.identifiers TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.import_identities TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.import_identities TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.import_identities TO monozu_jobs;

GRANT INSERT(import_id) ON TABLE cmdb.import_identities TO monozu_jobs;

GRANT INSERT(identity) ON TABLE cmdb.import_identities TO monozu_jobs;

GRANT INSERT(number) ON TABLE cmdb.import_identities TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.import_mappings TO monozu_app;
GRANT SELECT ON TABLE cmdb.import_mappings TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.import_mappings TO monozu_app;

GRANT INSERT(fingerprint) ON TABLE cmdb.import_mappings TO monozu_app;

GRANT INSERT(class_key),UPDATE(class_key) ON TABLE cmdb.import_mappings TO monozu_app;

GRANT INSERT(mapping),UPDATE(mapping) ON TABLE cmdb.import_mappings TO monozu_app;

GRANT INSERT(used_at),UPDATE(used_at) ON TABLE cmdb.import_mappings TO monozu_app;

GRANT SELECT,DELETE ON TABLE cmdb.import_queue TO monozu_jobs;

GRANT SELECT(import_id),INSERT(import_id) ON TABLE cmdb.import_queue TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE cmdb.import_queue TO monozu_app;

GRANT INSERT(due_at) ON TABLE cmdb.import_queue TO monozu_app;
GRANT UPDATE(due_at) ON TABLE cmdb.import_queue TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.import_rows TO monozu_app;
GRANT SELECT ON TABLE cmdb.import_rows TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.import_rows TO monozu_app;

GRANT INSERT(import_id) ON TABLE cmdb.import_rows TO monozu_app;

GRANT INSERT(number) ON TABLE cmdb.import_rows TO monozu_app;

GRANT INSERT(id) ON TABLE cmdb.import_rows TO monozu_app;

GRANT INSERT(cells) ON TABLE cmdb.import_rows TO monozu_app;

GRANT INSERT(unreadable) ON TABLE cmdb.import_rows TO monozu_app;

GRANT INSERT(outcome),UPDATE(outcome) ON TABLE cmdb.import_rows TO monozu_app;
GRANT UPDATE(outcome) ON TABLE cmdb.import_rows TO monozu_jobs;

GRANT INSERT(problems),UPDATE(problems) ON TABLE cmdb.import_rows TO monozu_app;
GRANT UPDATE(problems) ON TABLE cmdb.import_rows TO monozu_jobs;

GRANT UPDATE(ci_id) ON TABLE cmdb.import_rows TO monozu_app;
GRANT UPDATE(ci_id) ON TABLE cmdb.import_rows TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.imports TO monozu_app;
GRANT SELECT ON TABLE cmdb.imports TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.imports TO monozu_app;

GRANT INSERT(id) ON TABLE cmdb.imports TO monozu_app;

GRANT INSERT(name) ON TABLE cmdb.imports TO monozu_app;

GRANT INSERT(format) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(state) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(state) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(columns) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(delimiter) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(rest) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(parts) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(class_key) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(mapping) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(row_count) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(done) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(done) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(creates) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(creates) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(updates) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(updates) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(unchanged) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(unchanged) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(conflicts) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(conflicts) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(bad) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(bad) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(unreadable) ON TABLE cmdb.imports TO monozu_app;

GRANT UPDATE(applied) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(applied) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(error) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(error) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(source_id) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(observed_at) ON TABLE cmdb.imports TO monozu_app;

GRANT INSERT(created_by) ON TABLE cmdb.imports TO monozu_app;

GRANT INSERT(created_at) ON TABLE cmdb.imports TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(updated_at) ON TABLE cmdb.imports TO monozu_jobs;

GRANT UPDATE(version) ON TABLE cmdb.imports TO monozu_app;
GRANT UPDATE(version) ON TABLE cmdb.imports TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.installations TO monozu_app;
GRANT SELECT ON TABLE cmdb.installations TO monozu_jobs;
GRANT DELETE ON TABLE cmdb.installations TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE cmdb.installations TO monozu_jobs;
GRANT SELECT(tenant_id) ON TABLE cmdb.installations TO monozu_lookup;

GRANT INSERT(record_id) ON TABLE cmdb.installations TO monozu_jobs;
GRANT SELECT(record_id) ON TABLE cmdb.installations TO monozu_lookup;

GRANT INSERT(title_id) ON TABLE cmdb.installations TO monozu_jobs;
GRANT SELECT(title_id) ON TABLE cmdb.installations TO monozu_lookup;

GRANT INSERT(ci_id) ON TABLE cmdb.installations TO monozu_jobs;

GRANT INSERT(first_seen_at),UPDATE(first_seen_at) ON TABLE cmdb.installations TO monozu_jobs;

GRANT UPDATE(removed_at) ON TABLE cmdb.installations TO monozu_jobs;
GRANT SELECT(removed_at) ON TABLE cmdb.installations TO monozu_lookup;

GRANT SELECT ON TABLE cmdb.inventories TO monozu_app;
GRANT SELECT ON TABLE cmdb.inventories TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.inventories TO monozu_jobs;

GRANT INSERT(device_id) ON TABLE cmdb.inventories TO monozu_jobs;

GRANT UPDATE(asked_at) ON TABLE cmdb.inventories TO monozu_jobs;

GRANT INSERT(created_at) ON TABLE cmdb.inventories TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.inventory_sections TO monozu_app;
GRANT SELECT ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT INSERT(device_id) ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT INSERT(section) ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT INSERT(digest),UPDATE(digest) ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT INSERT(items),UPDATE(items) ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT INSERT(changed_at),UPDATE(changed_at) ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.inventory_sections TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.model_versions TO monozu_app;
GRANT SELECT ON TABLE cmdb.model_versions TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.model_versions TO monozu_app;

GRANT INSERT(version),UPDATE(version) ON TABLE cmdb.model_versions TO monozu_app;

GRANT SELECT ON TABLE cmdb.network_hosts TO monozu_app;
GRANT SELECT ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(network_id) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(key) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(id) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(address),UPDATE(address) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(mac),UPDATE(mac) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(vendor),UPDATE(vendor) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(hostname),UPDATE(hostname) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(latency_ms),UPDATE(latency_ms) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(ports),UPDATE(ports) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(os_name),UPDATE(os_name) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(os_accuracy),UPDATE(os_accuracy) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(record_id) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(ci_id) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(first_seen_at) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT INSERT(quiet),UPDATE(quiet) ON TABLE cmdb.network_hosts TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.network_scan_parts TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.network_scan_parts TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.network_scan_parts TO monozu_jobs;

GRANT INSERT(scan_id) ON TABLE cmdb.network_scan_parts TO monozu_jobs;

GRANT INSERT(part) ON TABLE cmdb.network_scan_parts TO monozu_jobs;

GRANT INSERT(hosts) ON TABLE cmdb.network_scan_parts TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.network_scans TO monozu_app;
GRANT SELECT ON TABLE cmdb.network_scans TO monozu_jobs;
GRANT DELETE ON TABLE cmdb.network_scans TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE cmdb.network_scans TO monozu_jobs;
GRANT SELECT(tenant_id) ON TABLE cmdb.network_scans TO monozu_lookup;

GRANT INSERT(id) ON TABLE cmdb.network_scans TO monozu_jobs;
GRANT SELECT(id) ON TABLE cmdb.network_scans TO monozu_lookup;

GRANT INSERT(network_id) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT INSERT(method) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT INSERT(started_at) ON TABLE cmdb.network_scans TO monozu_jobs;
GRANT SELECT(started_at) ON TABLE cmdb.network_scans TO monozu_lookup;

GRANT INSERT(ended_at) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT INSERT(complete) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT INSERT(parts) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT UPDATE(hosts) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT UPDATE(new_hosts) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT UPDATE(quiet_hosts) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT UPDATE(taken_at) ON TABLE cmdb.network_scans TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.reconciliations TO monozu_app;
GRANT SELECT ON TABLE cmdb.reconciliations TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.reconciliations TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.reconciliations TO monozu_jobs;

GRANT INSERT(at),UPDATE(at) ON TABLE cmdb.reconciliations TO monozu_app;
GRANT INSERT(at),UPDATE(at) ON TABLE cmdb.reconciliations TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.records TO monozu_app;
GRANT SELECT,DELETE ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(id) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(id) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(source_id) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(source_id) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(key) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(key) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(ci_id),UPDATE(ci_id) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(ci_id),UPDATE(ci_id) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(class_key),UPDATE(class_key) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(class_key),UPDATE(class_key) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(class_seen_at),UPDATE(class_seen_at) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(class_seen_at),UPDATE(class_seen_at) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(attributes),UPDATE(attributes) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(attributes),UPDATE(attributes) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(first_seen_at) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(first_seen_at) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(complete_at),UPDATE(complete_at) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(complete_at),UPDATE(complete_at) ON TABLE cmdb.records TO monozu_jobs;

GRANT INSERT(deleted_at),UPDATE(deleted_at) ON TABLE cmdb.records TO monozu_app;
GRANT INSERT(deleted_at),UPDATE(deleted_at) ON TABLE cmdb.records TO monozu_jobs;

GRANT UPDATE(stale) ON TABLE cmdb.records TO monozu_app;
GRANT UPDATE(stale) ON TABLE cmdb.records TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE cmdb.relation_types TO monozu_app;
GRANT SELECT ON TABLE cmdb.relation_types TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(key) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(reverse_name),UPDATE(reverse_name) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(impact),UPDATE(impact) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(cardinality),UPDATE(cardinality) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(from_class),UPDATE(from_class) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(to_class),UPDATE(to_class) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(created_at) ON TABLE cmdb.relation_types TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE cmdb.relation_types TO monozu_app;

GRANT UPDATE(version) ON TABLE cmdb.relation_types TO monozu_app;

GRANT SELECT ON TABLE cmdb.relations TO monozu_app;
GRANT SELECT ON TABLE cmdb.relations TO monozu_jobs;
GRANT DELETE ON TABLE cmdb.relations TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.relations TO monozu_jobs;
GRANT SELECT(tenant_id) ON TABLE cmdb.relations TO monozu_lookup;

GRANT INSERT(id) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(id) ON TABLE cmdb.relations TO monozu_jobs;
GRANT SELECT(id) ON TABLE cmdb.relations TO monozu_lookup;

GRANT INSERT(type_key) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(type_key) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(from_record) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(from_record) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(from_ci) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(from_ci) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(to_record) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(to_record) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(to_ci) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(to_ci) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(source_id) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(source_id) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(note),UPDATE(note) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(note),UPDATE(note) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(created_at),UPDATE(created_at) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(created_at),UPDATE(created_at) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(created_by) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(created_by) ON TABLE cmdb.relations TO monozu_jobs;

GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.relations TO monozu_app;
GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.relations TO monozu_jobs;

GRANT UPDATE(ended_at) ON TABLE cmdb.relations TO monozu_app;
GRANT UPDATE(ended_at) ON TABLE cmdb.relations TO monozu_jobs;
GRANT SELECT(ended_at) ON TABLE cmdb.relations TO monozu_lookup;

GRANT UPDATE(ended_by) ON TABLE cmdb.relations TO monozu_app;
GRANT UPDATE(ended_by) ON TABLE cmdb.relations TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.software_titles TO monozu_app;
GRANT SELECT ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(id) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(manager) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(name) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(version) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(architecture) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(source) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT INSERT(first_seen_at) ON TABLE cmdb.software_titles TO monozu_jobs;

GRANT SELECT ON TABLE cmdb.sources TO monozu_app;
GRANT SELECT ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(id) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(id) ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(kind) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(kind) ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(key) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(key) ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(name),UPDATE(name) ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(quiet_after_hours),UPDATE(quiet_after_hours) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(quiet_after_hours),UPDATE(quiet_after_hours) ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(created_at) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(created_at) ON TABLE cmdb.sources TO monozu_jobs;

GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.sources TO monozu_app;
GRANT INSERT(seen_at),UPDATE(seen_at) ON TABLE cmdb.sources TO monozu_jobs;

GRANT UPDATE(version) ON TABLE cmdb.sources TO monozu_app;
GRANT UPDATE(version) ON TABLE cmdb.sources TO monozu_jobs;

GRANT SELECT ON TABLE commands.commands TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(tenant_id) ON TABLE commands.commands TO monozu_jobs;

GRANT INSERT(id) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(id) ON TABLE commands.commands TO monozu_jobs;

GRANT INSERT(device_id) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(device_id) ON TABLE commands.commands TO monozu_jobs;

GRANT INSERT(command) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(command) ON TABLE commands.commands TO monozu_jobs;

GRANT INSERT(args) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(args) ON TABLE commands.commands TO monozu_jobs;

GRANT UPDATE(status) ON TABLE commands.commands TO monozu_app;

GRANT INSERT(created_by) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(created_by) ON TABLE commands.commands TO monozu_jobs;

GRANT INSERT(created_at) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(created_at) ON TABLE commands.commands TO monozu_jobs;

GRANT INSERT(expires_at) ON TABLE commands.commands TO monozu_app;
GRANT INSERT(expires_at) ON TABLE commands.commands TO monozu_jobs;

GRANT UPDATE(delivered_at) ON TABLE commands.commands TO monozu_app;

GRANT UPDATE(leased_until) ON TABLE commands.commands TO monozu_app;

GRANT UPDATE(finished_at) ON TABLE commands.commands TO monozu_app;

GRANT UPDATE(exit_code) ON TABLE commands.commands TO monozu_app;

GRANT UPDATE(output) ON TABLE commands.commands TO monozu_app;

GRANT SELECT(tenant_id),INSERT(tenant_id) ON TABLE devices.device_keys TO monozu_app;
GRANT SELECT(tenant_id) ON TABLE devices.device_keys TO monozu_lookup;

GRANT SELECT(id),INSERT(id) ON TABLE devices.device_keys TO monozu_app;
GRANT SELECT(id) ON TABLE devices.device_keys TO monozu_lookup;

GRANT SELECT(device_id),INSERT(device_id) ON TABLE devices.device_keys TO monozu_app;
GRANT SELECT(device_id) ON TABLE devices.device_keys TO monozu_lookup;

GRANT SELECT(provisioning_key_id),INSERT(provisioning_key_id) ON TABLE devices.device_keys TO monozu_app;

GRANT INSERT(key_hash) ON TABLE devices.device_keys TO monozu_app;
GRANT SELECT(key_hash) ON TABLE devices.device_keys TO monozu_lookup;

GRANT SELECT(created_at),INSERT(created_at) ON TABLE devices.device_keys TO monozu_app;

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE devices.device_keys TO monozu_app;
GRANT SELECT(revoked_at) ON TABLE devices.device_keys TO monozu_lookup;

GRANT SELECT(addresses),UPDATE(addresses) ON TABLE devices.device_keys TO monozu_app;
GRANT SELECT(addresses) ON TABLE devices.device_keys TO monozu_lookup;

GRANT SELECT ON TABLE devices.devices TO monozu_app;
GRANT SELECT ON TABLE devices.devices TO monozu_jobs;

GRANT INSERT(tenant_id) ON TABLE devices.devices TO monozu_app;
GRANT SELECT(tenant_id) ON TABLE devices.devices TO monozu_lookup;

GRANT INSERT(id) ON TABLE devices.devices TO monozu_app;
GRANT SELECT(id) ON TABLE devices.devices TO monozu_lookup;

GRANT INSERT(name),UPDATE(name) ON TABLE devices.devices TO monozu_app;

GRANT INSERT(machine_id) ON TABLE devices.devices TO monozu_app;

GRANT INSERT(agent_version),UPDATE(agent_version) ON TABLE devices.devices TO monozu_app;
GRANT UPDATE(agent_version) ON TABLE devices.devices TO monozu_jobs;

GRANT INSERT(registered_at) ON TABLE devices.devices TO monozu_app;

GRANT UPDATE(revoked_at) ON TABLE devices.devices TO monozu_app;
GRANT SELECT(revoked_at) ON TABLE devices.devices TO monozu_lookup;

GRANT UPDATE(last_seen_at) ON TABLE devices.devices TO monozu_jobs;

GRANT UPDATE(latest_at) ON TABLE devices.devices TO monozu_jobs;

GRANT UPDATE(latest_cpu_percent) ON TABLE devices.devices TO monozu_jobs;

GRANT UPDATE(latest_memory_used_percent) ON TABLE devices.devices TO monozu_jobs;

GRANT UPDATE(latest_disk_used_percent) ON TABLE devices.devices TO monozu_jobs;

GRANT UPDATE(version) ON TABLE devices.devices TO monozu_app;

GRANT SELECT ON TABLE devices.logs TO monozu_app;
GRANT SELECT ON TABLE devices.logs TO monozu_jobs;
GRANT DELETE ON TABLE devices.logs TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE devices.logs TO monozu_jobs;
GRANT SELECT(tenant_id) ON TABLE devices.logs TO monozu_lookup;

GRANT INSERT(device_id) ON TABLE devices.logs TO monozu_jobs;
GRANT SELECT(device_id) ON TABLE devices.logs TO monozu_lookup;

GRANT INSERT(at) ON TABLE devices.logs TO monozu_jobs;
GRANT SELECT(at) ON TABLE devices.logs TO monozu_lookup;

GRANT INSERT(id) ON TABLE devices.logs TO monozu_jobs;
GRANT SELECT(id) ON TABLE devices.logs TO monozu_lookup;

GRANT INSERT(source) ON TABLE devices.logs TO monozu_jobs;

GRANT INSERT(unit) ON TABLE devices.logs TO monozu_jobs;

GRANT INSERT(priority) ON TABLE devices.logs TO monozu_jobs;

GRANT INSERT(message) ON TABLE devices.logs TO monozu_jobs;

GRANT SELECT ON TABLE devices.provisioning_keys TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE devices.provisioning_keys TO monozu_app;
GRANT SELECT(tenant_id) ON TABLE devices.provisioning_keys TO monozu_lookup;

GRANT INSERT(id) ON TABLE devices.provisioning_keys TO monozu_app;
GRANT SELECT(id) ON TABLE devices.provisioning_keys TO monozu_lookup;

GRANT INSERT(name) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT INSERT(prefix) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT INSERT(key_hash) ON TABLE devices.provisioning_keys TO monozu_app;
GRANT SELECT(key_hash) ON TABLE devices.provisioning_keys TO monozu_lookup;

GRANT INSERT(max_uses) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT UPDATE(uses) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT INSERT(expires_at),UPDATE(expires_at) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT UPDATE(revoked_at) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT INSERT(created_by) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT INSERT(created_at) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT UPDATE(last_used_at) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT UPDATE(last_used_address) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT UPDATE(last_device_id) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT UPDATE(replaced_by) ON TABLE devices.provisioning_keys TO monozu_app;

GRANT SELECT ON TABLE devices.telemetry TO monozu_app;
GRANT SELECT ON TABLE devices.telemetry TO monozu_jobs;
GRANT DELETE ON TABLE devices.telemetry TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE devices.telemetry TO monozu_jobs;
GRANT SELECT(tenant_id) ON TABLE devices.telemetry TO monozu_lookup;

GRANT INSERT(device_id) ON TABLE devices.telemetry TO monozu_jobs;
GRANT SELECT(device_id) ON TABLE devices.telemetry TO monozu_lookup;

GRANT INSERT(at) ON TABLE devices.telemetry TO monozu_jobs;
GRANT SELECT(at) ON TABLE devices.telemetry TO monozu_lookup;

GRANT INSERT(cpu_percent) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(load1) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(load5) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(load15) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(memory_total_bytes) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(memory_used_bytes) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(swap_total_bytes) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(swap_used_bytes) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(disks) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(rx_bytes_per_second) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(tx_bytes_per_second) ON TABLE devices.telemetry TO monozu_jobs;

GRANT INSERT(uptime_seconds) ON TABLE devices.telemetry TO monozu_jobs;

GRANT SELECT ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(id) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(service_account_id) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(name) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(hint) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(key_hash) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(scopes) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(created_by) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.api_keys TO monozu_app;

GRANT INSERT(expires_at),UPDATE(expires_at) ON TABLE identity.api_keys TO monozu_app;

GRANT UPDATE(last_used_at) ON TABLE identity.api_keys TO monozu_app;

GRANT UPDATE(last_used_address) ON TABLE identity.api_keys TO monozu_app;

GRANT UPDATE(revoked_at) ON TABLE identity.api_keys TO monozu_app;

GRANT UPDATE(replaced_by) ON TABLE identity.api_keys TO monozu_app;

GRANT SELECT ON TABLE identity.memberships TO monozu_app;
GRANT SELECT ON TABLE identity.memberships TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE identity.memberships TO monozu_app;

GRANT INSERT(person_id) ON TABLE identity.memberships TO monozu_app;

GRANT INSERT(role),UPDATE(role) ON TABLE identity.memberships TO monozu_app;

GRANT INSERT(display_name),UPDATE(display_name) ON TABLE identity.memberships TO monozu_app;

GRANT UPDATE(active) ON TABLE identity.memberships TO monozu_app;

GRANT UPDATE(last_login_at) ON TABLE identity.memberships TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.memberships TO monozu_app;

GRANT UPDATE(version) ON TABLE identity.memberships TO monozu_app;

GRANT INSERT(role_id),UPDATE(role_id) ON TABLE identity.memberships TO monozu_app;

GRANT INSERT(accepted_at),UPDATE(accepted_at) ON TABLE identity.memberships TO monozu_app;

GRANT UPDATE(last_seen_at) ON TABLE identity.memberships TO monozu_app;

GRANT INSERT(source),UPDATE(source) ON TABLE identity.memberships TO monozu_app;

GRANT UPDATE(break_glass) ON TABLE identity.memberships TO monozu_app;

GRANT SELECT,DELETE ON TABLE identity.passkeys TO monozu_app;
GRANT SELECT,DELETE ON TABLE identity.passkeys TO monozu_lookup;

GRANT INSERT(person_id) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(id) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(credential_id) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(public_key) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(algorithm) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(sign_count),UPDATE(sign_count) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(backed_up) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE identity.passkeys TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.passkeys TO monozu_app;

GRANT UPDATE(last_used_at) ON TABLE identity.passkeys TO monozu_app;

GRANT UPDATE(suspected_at) ON TABLE identity.passkeys TO monozu_app;

GRANT SELECT,INSERT,UPDATE ON TABLE identity.persons TO monozu_lookup;

GRANT SELECT(id) ON TABLE identity.persons TO monozu_app;

GRANT SELECT(email) ON TABLE identity.persons TO monozu_app;

GRANT SELECT(pending) ON TABLE identity.persons TO monozu_app;

GRANT SELECT(tenants) ON TABLE identity.persons TO monozu_app;

GRANT SELECT(language) ON TABLE identity.persons TO monozu_app;

GRANT SELECT(password_changed_at) ON TABLE identity.persons TO monozu_app;

GRANT SELECT,DELETE ON TABLE identity.recovery_codes TO monozu_app;
GRANT SELECT,DELETE ON TABLE identity.recovery_codes TO monozu_lookup;

GRANT INSERT(person_id) ON TABLE identity.recovery_codes TO monozu_app;

GRANT INSERT(hash) ON TABLE identity.recovery_codes TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.recovery_codes TO monozu_app;

GRANT UPDATE(used_at) ON TABLE identity.recovery_codes TO monozu_app;

GRANT SELECT ON TABLE identity.refresh_tokens TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE identity.refresh_tokens TO monozu_app;

GRANT INSERT(hash) ON TABLE identity.refresh_tokens TO monozu_app;

GRANT INSERT(session_id) ON TABLE identity.refresh_tokens TO monozu_app;

GRANT INSERT(issued_at) ON TABLE identity.refresh_tokens TO monozu_app;

GRANT UPDATE(used_at) ON TABLE identity.refresh_tokens TO monozu_app;

GRANT INSERT(generation) ON TABLE identity.refresh_tokens TO monozu_app;

GRANT UPDATE(again_at) ON TABLE identity.refresh_tokens TO monozu_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.reset_requests TO monozu_lookup;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE identity.reset_tokens TO monozu_lookup;

GRANT SELECT,DELETE ON TABLE identity.roles TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE identity.roles TO monozu_app;

GRANT INSERT(id) ON TABLE identity.roles TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE identity.roles TO monozu_app;

GRANT INSERT(description),UPDATE(description) ON TABLE identity.roles TO monozu_app;

GRANT INSERT(permissions),UPDATE(permissions) ON TABLE identity.roles TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.roles TO monozu_app;

GRANT UPDATE(version) ON TABLE identity.roles TO monozu_app;

GRANT SELECT ON TABLE identity.security_policies TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE identity.security_policies TO monozu_app;

GRANT INSERT(second_factor),UPDATE(second_factor) ON TABLE identity.security_policies TO monozu_app;

GRANT INSERT(roles),UPDATE(roles) ON TABLE identity.security_policies TO monozu_app;

GRANT INSERT(session_idle_minutes),UPDATE(session_idle_minutes) ON TABLE identity.security_policies TO monozu_app;

GRANT INSERT(session_absolute_minutes),UPDATE(session_absolute_minutes) ON TABLE identity.security_policies TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE identity.security_policies TO monozu_app;

GRANT INSERT(version),UPDATE(version) ON TABLE identity.security_policies TO monozu_app;

GRANT SELECT ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(id) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(purpose),UPDATE(purpose) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(role),UPDATE(role) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(role_id),UPDATE(role_id) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(permissions),UPDATE(permissions) ON TABLE identity.service_accounts TO monozu_app;

GRANT UPDATE(active) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(created_by) ON TABLE identity.service_accounts TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.service_accounts TO monozu_app;

GRANT UPDATE(version) ON TABLE identity.service_accounts TO monozu_app;

GRANT SELECT,DELETE ON TABLE identity.sessions TO monozu_app;
GRANT SELECT,UPDATE ON TABLE identity.sessions TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(id) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(person_id) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(last_used_at),UPDATE(last_used_at) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(expires_at) ON TABLE identity.sessions TO monozu_app;

GRANT UPDATE(ended_at) ON TABLE identity.sessions TO monozu_app;

GRANT UPDATE(end_reason) ON TABLE identity.sessions TO monozu_app;

GRANT UPDATE(generation) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(proved_at),UPDATE(proved_at) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(second_factor),UPDATE(second_factor) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(user_agent) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(remote_address),UPDATE(remote_address) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(sso_connection_id) ON TABLE identity.sessions TO monozu_app;

GRANT INSERT(sso_end_url) ON TABLE identity.sessions TO monozu_app;

GRANT SELECT ON TABLE identity.setup_tokens TO monozu_app;
GRANT SELECT,UPDATE ON TABLE identity.setup_tokens TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE identity.setup_tokens TO monozu_app;

GRANT INSERT(hash) ON TABLE identity.setup_tokens TO monozu_app;

GRANT INSERT(person_id) ON TABLE identity.setup_tokens TO monozu_app;

GRANT INSERT(created_at) ON TABLE identity.setup_tokens TO monozu_app;

GRANT INSERT(expires_at) ON TABLE identity.setup_tokens TO monozu_app;

GRANT UPDATE(used_at) ON TABLE identity.setup_tokens TO monozu_app;

GRANT SELECT,INSERT,DELETE ON TABLE identity.spent_challenges TO monozu_lookup;

GRANT SELECT,DELETE ON TABLE identity.totp TO monozu_app;
GRANT SELECT,DELETE ON TABLE identity.totp TO monozu_lookup;

GRANT INSERT(person_id) ON TABLE identity.totp TO monozu_app;

GRANT INSERT(secret),UPDATE(secret) ON TABLE identity.totp TO monozu_app;

GRANT INSERT(last_step),UPDATE(last_step) ON TABLE identity.totp TO monozu_app;

GRANT INSERT(created_at),UPDATE(created_at) ON TABLE identity.totp TO monozu_app;

GRANT UPDATE(last_used_at) ON TABLE identity.totp TO monozu_app;

GRANT SELECT,DELETE ON TABLE ingest.idempotency_keys TO monozu_lookup;

GRANT SELECT(tenant_id),INSERT(tenant_id) ON TABLE ingest.idempotency_keys TO monozu_ingest;

GRANT SELECT(device_id),INSERT(device_id) ON TABLE ingest.idempotency_keys TO monozu_ingest;

GRANT SELECT(key),INSERT(key) ON TABLE ingest.idempotency_keys TO monozu_ingest;

GRANT SELECT(batch_id),INSERT(batch_id) ON TABLE ingest.idempotency_keys TO monozu_ingest;

GRANT SELECT(fingerprint),INSERT(fingerprint) ON TABLE ingest.idempotency_keys TO monozu_ingest;

GRANT INSERT(received_at) ON TABLE ingest.idempotency_keys TO monozu_ingest;

GRANT SELECT,DELETE ON TABLE ingest.ingest_batches TO monozu_jobs;

GRANT INSERT(id) ON TABLE ingest.ingest_batches TO monozu_ingest;

GRANT INSERT(tenant_id) ON TABLE ingest.ingest_batches TO monozu_ingest;

GRANT INSERT(device_id) ON TABLE ingest.ingest_batches TO monozu_ingest;

GRANT INSERT(event_count) ON TABLE ingest.ingest_batches TO monozu_ingest;

GRANT INSERT(received_at) ON TABLE ingest.ingest_batches TO monozu_ingest;

GRANT UPDATE(attempts) ON TABLE ingest.ingest_batches TO monozu_jobs;

GRANT SELECT ON TABLE ingest.ingest_events TO monozu_jobs;
GRANT SELECT ON TABLE ingest.ingest_events TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT INSERT(batch_id) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT INSERT(seq) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT INSERT(device_id) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT INSERT(ts) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT INSERT(received_at) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT INSERT(kind) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT INSERT(data) ON TABLE ingest.ingest_events TO monozu_ingest;

GRANT SELECT ON TABLE itsm.incident_counters TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE itsm.incident_counters TO monozu_app;

GRANT INSERT(last_number),UPDATE(last_number) ON TABLE itsm.incident_counters TO monozu_app;

GRANT SELECT ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(id) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(number) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(title),UPDATE(title) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(description),UPDATE(description) ON TABLE itsm.incidents TO monozu_app;

GRANT UPDATE(status) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(impact),UPDATE(impact) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(urgency),UPDATE(urgency) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(priority),UPDATE(priority) ON TABLE itsm.incidents TO monozu_app;

GRANT UPDATE(assignee_id) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(reporter_id) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(alert_id) ON TABLE itsm.incidents TO monozu_app;

GRANT UPDATE(resolution) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(created_at) ON TABLE itsm.incidents TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE itsm.incidents TO monozu_app;

GRANT UPDATE(resolved_at) ON TABLE itsm.incidents TO monozu_app;

GRANT UPDATE(closed_at) ON TABLE itsm.incidents TO monozu_app;

GRANT UPDATE(version) ON TABLE itsm.incidents TO monozu_app;

GRANT SELECT ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(incident_id) ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(id) ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(kind) ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(actor_id) ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(at) ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(body) ON TABLE itsm.timeline TO monozu_app;

GRANT INSERT(changes) ON TABLE itsm.timeline TO monozu_app;

GRANT SELECT,INSERT,DELETE ON TABLE licence.push_receipts TO monozu_app;

GRANT SELECT,INSERT,DELETE ON TABLE licence.tenant_features TO monozu_app;

GRANT SELECT,DELETE ON TABLE licence.tenant_licenses TO monozu_app;
GRANT SELECT ON TABLE licence.tenant_licenses TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE licence.tenant_licenses TO monozu_app;

GRANT INSERT(plan),UPDATE(plan) ON TABLE licence.tenant_licenses TO monozu_app;

GRANT INSERT(limits),UPDATE(limits) ON TABLE licence.tenant_licenses TO monozu_app;

GRANT INSERT(valid_from),UPDATE(valid_from) ON TABLE licence.tenant_licenses TO monozu_app;

GRANT INSERT(valid_until),UPDATE(valid_until) ON TABLE licence.tenant_licenses TO monozu_app;

GRANT INSERT(applied_at),UPDATE(applied_at) ON TABLE licence.tenant_licenses TO monozu_app;

GRANT SELECT ON TABLE licence.tenants TO monozu_app;
GRANT SELECT ON TABLE licence.tenants TO monozu_lookup;

GRANT INSERT(id) ON TABLE licence.tenants TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE licence.tenants TO monozu_app;

GRANT INSERT(status),UPDATE(status) ON TABLE licence.tenants TO monozu_app;

GRANT INSERT(revision),UPDATE(revision) ON TABLE licence.tenants TO monozu_app;

GRANT INSERT(created_at) ON TABLE licence.tenants TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE licence.tenants TO monozu_app;

GRANT SELECT ON TABLE mail.outbox TO monozu_app;
GRANT SELECT ON TABLE mail.outbox TO monozu_jobs;
GRANT DELETE ON TABLE mail.outbox TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE mail.outbox TO monozu_app;
GRANT SELECT(tenant_id) ON TABLE mail.outbox TO monozu_lookup;

GRANT INSERT(id) ON TABLE mail.outbox TO monozu_app;

GRANT INSERT(kind) ON TABLE mail.outbox TO monozu_app;

GRANT INSERT(language) ON TABLE mail.outbox TO monozu_app;

GRANT INSERT(recipient) ON TABLE mail.outbox TO monozu_app;

GRANT INSERT(content) ON TABLE mail.outbox TO monozu_app;
GRANT UPDATE(content) ON TABLE mail.outbox TO monozu_jobs;

GRANT UPDATE(state) ON TABLE mail.outbox TO monozu_app;
GRANT UPDATE(state) ON TABLE mail.outbox TO monozu_jobs;
GRANT SELECT(state) ON TABLE mail.outbox TO monozu_lookup;

GRANT UPDATE(attempts) ON TABLE mail.outbox TO monozu_jobs;

GRANT INSERT(next_attempt_at),UPDATE(next_attempt_at) ON TABLE mail.outbox TO monozu_app;
GRANT UPDATE(next_attempt_at) ON TABLE mail.outbox TO monozu_jobs;

GRANT UPDATE(last_error) ON TABLE mail.outbox TO monozu_jobs;

GRANT UPDATE(provider_id) ON TABLE mail.outbox TO monozu_jobs;

GRANT INSERT(valid_until) ON TABLE mail.outbox TO monozu_app;

GRANT INSERT(queued_at),UPDATE(queued_at) ON TABLE mail.outbox TO monozu_app;

GRANT INSERT(created_at) ON TABLE mail.outbox TO monozu_app;
GRANT SELECT(created_at) ON TABLE mail.outbox TO monozu_lookup;

GRANT UPDATE(sent_at) ON TABLE mail.outbox TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE mail.queue TO monozu_jobs;

GRANT INSERT(id) ON TABLE mail.queue TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE mail.queue TO monozu_app;

GRANT INSERT(due_at) ON TABLE mail.queue TO monozu_app;
GRANT UPDATE(due_at) ON TABLE mail.queue TO monozu_jobs;

GRANT SELECT,DELETE ON TABLE scim.failures TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE scim.failures TO monozu_app;

GRANT INSERT(operation) ON TABLE scim.failures TO monozu_app;

GRANT INSERT(subject) ON TABLE scim.failures TO monozu_app;

GRANT INSERT(status),UPDATE(status) ON TABLE scim.failures TO monozu_app;

GRANT INSERT(detail),UPDATE(detail) ON TABLE scim.failures TO monozu_app;

GRANT UPDATE(times) ON TABLE scim.failures TO monozu_app;

GRANT INSERT(at),UPDATE(at) ON TABLE scim.failures TO monozu_app;

GRANT SELECT,DELETE ON TABLE scim.groups TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE scim.groups TO monozu_app;

GRANT INSERT(id) ON TABLE scim.groups TO monozu_app;

GRANT INSERT(display_name),UPDATE(display_name) ON TABLE scim.groups TO monozu_app;

GRANT INSERT(external_id),UPDATE(external_id) ON TABLE scim.groups TO monozu_app;

GRANT UPDATE(role) ON TABLE scim.groups TO monozu_app;

GRANT UPDATE(role_id) ON TABLE scim.groups TO monozu_app;

GRANT UPDATE(rank) ON TABLE scim.groups TO monozu_app;

GRANT INSERT(created_at) ON TABLE scim.groups TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE scim.groups TO monozu_app;

GRANT SELECT,INSERT,DELETE ON TABLE scim.members TO monozu_app;

GRANT SELECT ON TABLE scim.settings TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE scim.settings TO monozu_app;

GRANT INSERT(default_role),UPDATE(default_role) ON TABLE scim.settings TO monozu_app;

GRANT INSERT(default_role_id),UPDATE(default_role_id) ON TABLE scim.settings TO monozu_app;

GRANT SELECT,DELETE ON TABLE scim.users TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE scim.users TO monozu_app;

GRANT INSERT(person_id) ON TABLE scim.users TO monozu_app;

GRANT INSERT(user_name),UPDATE(user_name) ON TABLE scim.users TO monozu_app;

GRANT INSERT(external_id),UPDATE(external_id) ON TABLE scim.users TO monozu_app;

GRANT INSERT(given_name),UPDATE(given_name) ON TABLE scim.users TO monozu_app;

GRANT INSERT(family_name),UPDATE(family_name) ON TABLE scim.users TO monozu_app;

GRANT INSERT(formatted),UPDATE(formatted) ON TABLE scim.users TO monozu_app;

GRANT INSERT(display_name),UPDATE(display_name) ON TABLE scim.users TO monozu_app;

GRANT INSERT(email),UPDATE(email) ON TABLE scim.users TO monozu_app;

GRANT INSERT(active),UPDATE(active) ON TABLE scim.users TO monozu_app;

GRANT INSERT(created_at) ON TABLE scim.users TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE scim.users TO monozu_app;

GRANT SELECT,DELETE ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(browser_hash) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(state_hash) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(connection_id) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(purpose) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(session_id) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(settings) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(sealed) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(created_at) ON TABLE sso.attempts TO monozu_app;

GRANT INSERT(expires_at) ON TABLE sso.attempts TO monozu_app;

GRANT SELECT,DELETE ON TABLE sso.connections TO monozu_app;
GRANT SELECT ON TABLE sso.connections TO monozu_lookup;

GRANT INSERT(tenant_id) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(id) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(kind) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(directory_id),UPDATE(directory_id) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(issuer),UPDATE(issuer) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(client_id),UPDATE(client_id) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(client_secret),UPDATE(client_secret) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(domains),UPDATE(domains) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(joining),UPDATE(joining) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(role),UPDATE(role) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(role_id),UPDATE(role_id) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(trusts_second_factor),UPDATE(trusts_second_factor) ON TABLE sso.connections TO monozu_app;

GRANT UPDATE(enabled) ON TABLE sso.connections TO monozu_app;

GRANT UPDATE(enforced) ON TABLE sso.connections TO monozu_app;

GRANT UPDATE(settings) ON TABLE sso.connections TO monozu_app;

GRANT UPDATE(tested) ON TABLE sso.connections TO monozu_app;

GRANT UPDATE(tested_at) ON TABLE sso.connections TO monozu_app;

GRANT INSERT(created_at) ON TABLE sso.connections TO monozu_app;

GRANT UPDATE(version) ON TABLE sso.connections TO monozu_app;

GRANT SELECT,DELETE ON TABLE sso.identities TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE sso.identities TO monozu_app;

GRANT INSERT(connection_id) ON TABLE sso.identities TO monozu_app;

GRANT INSERT(issuer) ON TABLE sso.identities TO monozu_app;

GRANT INSERT(subject) ON TABLE sso.identities TO monozu_app;

GRANT INSERT(person_id) ON TABLE sso.identities TO monozu_app;

GRANT INSERT(username),UPDATE(username) ON TABLE sso.identities TO monozu_app;

GRANT INSERT(created_at) ON TABLE sso.identities TO monozu_app;

GRANT INSERT(last_used_at),UPDATE(last_used_at) ON TABLE sso.identities TO monozu_app;

GRANT SELECT,DELETE ON TABLE sso.role_mappings TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE sso.role_mappings TO monozu_app;

GRANT INSERT(connection_id) ON TABLE sso.role_mappings TO monozu_app;

GRANT INSERT("position") ON TABLE sso.role_mappings TO monozu_app;

GRANT INSERT(claim) ON TABLE sso.role_mappings TO monozu_app;

GRANT INSERT(value) ON TABLE sso.role_mappings TO monozu_app;

GRANT INSERT(role) ON TABLE sso.role_mappings TO monozu_app;

GRANT INSERT(role_id) ON TABLE sso.role_mappings TO monozu_app;

GRANT SELECT,DELETE ON TABLE views.views TO monozu_app;

GRANT INSERT(tenant_id) ON TABLE views.views TO monozu_app;

GRANT INSERT(id) ON TABLE views.views TO monozu_app;

GRANT INSERT(owner_id) ON TABLE views.views TO monozu_app;

GRANT INSERT(list) ON TABLE views.views TO monozu_app;

GRANT INSERT(name),UPDATE(name) ON TABLE views.views TO monozu_app;

GRANT INSERT(query),UPDATE(query) ON TABLE views.views TO monozu_app;

GRANT INSERT(columns),UPDATE(columns) ON TABLE views.views TO monozu_app;

GRANT INSERT(shared),UPDATE(shared) ON TABLE views.views TO monozu_app;

GRANT INSERT(created_at) ON TABLE views.views TO monozu_app;

GRANT INSERT(updated_at),UPDATE(updated_at) ON TABLE views.views TO monozu_app;

GRANT UPDATE(version) ON TABLE views.views TO monozu_app;
