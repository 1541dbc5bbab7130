select id, email, display_name
from operators.operators
where setup_token_hash = :hash and setup_expires_at > :now and active
