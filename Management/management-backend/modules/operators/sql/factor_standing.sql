-- What the operator has: one row, whatever there is.
select exists (select from operators.totp t where t.operator_id = :actor_id) as totp,
       exists (select from operators.passkeys k where k.operator_id = :actor_id) as passkey,
       exists (select from operators.recovery_codes c where c.operator_id = :actor_id and c.used_at is null) as recovery_code
