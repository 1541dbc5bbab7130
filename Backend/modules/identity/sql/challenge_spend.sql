select hash
from identity.challenge_spend(:hash, :expires_at, :now) as spent (hash)
