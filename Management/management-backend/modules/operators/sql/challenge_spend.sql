-- What is too old to be answered goes away in the same breath.
with outdated as (
    delete from operators.spent_challenges
    where expires_at <= :now
)
insert into operators.spent_challenges (hash, expires_at)
values (:hash, :expires_at)
on conflict (hash) do nothing
returning hash
