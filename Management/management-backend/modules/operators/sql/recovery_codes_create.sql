insert into operators.recovery_codes (operator_id, hash, created_at)
select :actor_id, made.hash, :now
from unnest(:hashes::bytea[]) as made (hash)
