select id
from identity.own_session_end(:id, :now) as ended (id)
