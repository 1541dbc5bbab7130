-- Whether a provider is enforced and nobody could get in without it.
select exists (select from sso.connections c where c.tenant_id = :tenant_id and c.enforced) and not exists (
    select from identity.memberships m
    join identity.persons p on p.id = m.person_id
    where m.tenant_id = :tenant_id and m.role = 'owner' and m.active and m.accepted_at is not null and m.break_glass and not p.pending
) as missing
