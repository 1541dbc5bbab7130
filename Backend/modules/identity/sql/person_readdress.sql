select person_id
from identity.person_readdress(:person_id, :email) as readdressed (person_id)
