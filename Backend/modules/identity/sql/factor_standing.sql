-- What the person has, and what the tenant asks of its people: one row, whatever there is.
select exists (select from identity.totp t where t.person_id = :actor_id) as totp,
       exists (select from identity.passkeys k where k.person_id = :actor_id) as passkey,
       exists (select from identity.recovery_codes c where c.person_id = :actor_id and c.used_at is null) as recovery_code,
       coalesce(policy.second_factor, 'nobody') as second_factor,
       coalesce(policy.roles, '{}') as roles,
       (select m.role from identity.memberships m where m.tenant_id = :tenant_id and m.person_id = :actor_id) as role,
       policy.session_absolute_minutes
from (values (true)) as one
left join identity.security_policies policy on policy.tenant_id = :tenant_id
