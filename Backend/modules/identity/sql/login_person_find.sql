select id, password_hash, password_changed_at, known_address
from identity.login_person(:email, :remote_address)
