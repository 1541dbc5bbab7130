select id, password_hash
from identity.login_person(:email)
