with codes as (
    delete from operators.recovery_codes
    where operator_id = :id
), passkeys as (
    delete from operators.passkeys
    where operator_id = :id
), apps as (
    delete from operators.totp
    where operator_id = :id
)
select id
from operators.operators
where id = :id
