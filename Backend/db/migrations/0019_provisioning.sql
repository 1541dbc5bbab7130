-- People whom another system of the tenant's brings: its directory, or its sign-in service.

-- Who looks after a membership: somebody by hand, or the system that brought the person.
alter table identity.memberships
    add column source text not null default 'hand' constraint membership_source check (source in ('hand', 'scim', 'sso'));
grant insert (source), update (source) on identity.memberships to monozu_app;

-- As before, except for a person whom another tenant's directory brought before they had a password: whoever holds a link of this tenant's
-- would open that tenant, too. They choose their first password by a letter to their own mailbox. The row is locked before memberships
-- are looked at, so that nobody becomes such a person meanwhile.
create or replace function identity.setup_complete(token_hash bytea, new_password_hash text, at timestamptz) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
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

-- Another address for a person who belongs to the tenant that the transaction has entered and to no other: where others know them, it is
-- not for one tenant to say who they are. Links that were sent to the old address open nothing any more.
create function identity.person_readdress(person uuid, address text) returns setof uuid
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
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
revoke all on function identity.person_readdress(uuid, text) from public;
grant execute on function identity.person_readdress(uuid, text) to monozu_app;
grant create on schema identity to monozu_lookup;
alter function identity.person_readdress(uuid, text) owner to monozu_lookup;
revoke create on schema identity from monozu_lookup;
