select person_id
from identity.factors_reset(:id) as reset (person_id)
